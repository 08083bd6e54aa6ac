namespace SwapEdge.Simulator;

/// <summary>
/// What carries packs between a vehicle and the bays: from above or from below. It has no memory of a sequence: each
/// moment it makes the next movement from where it is towards what is asked, so a request that is taken away stops it
/// where it is and the same request lets it go on from there.
/// </summary>
public interface IPackCarrier
{
    /// <summary>Along its rail.</summary>
    double PositionM { get; }

    /// <summary>Of its gripper or deck.</summary>
    double HeightM { get; }

    /// <summary>In automatic and without a fault.</summary>
    bool Ready { get; set; }

    /// <summary>Clear of vehicle and bays: it may travel, and the vehicle may drive.</summary>
    bool Raised { get; }

    /// <summary>The locating pin is in a pack.</summary>
    bool PinSeated { get; }

    bool TongueLocked { get; }

    /// <summary>A pack hangs or lies on it, and no seat carries that pack.</summary>
    bool Loaded { get; }

    /// <summary>The pack that it holds.</summary>
    Pack? Held { get; }

    /// <summary>Whether the last <see cref="Advance"/> moved an axis or the tongue.</summary>
    bool Moves { get; }

    /// <summary>The pack that it holds is inside a place that has another: they touch.</summary>
    bool Meets { get; }

    /// <summary>The lock of that seat can be driven from where it stands.</summary>
    bool ServesLock(Seat seat);

    /// <summary>A pack in that seat cannot fall once its lock is open.</summary>
    bool Bears(Seat seat);

    /// <summary>Lets time pass. Nothing moves without a request or without power.</summary>
    /// <param name="milliseconds">How long.</param>
    /// <param name="request">What is asked for at this moment.</param>
    /// <param name="bay">Bay from 1 for stow and fetch.</param>
    /// <param name="powered">The safety chain is closed.</param>
    /// <param name="vehicle">The vehicle's seat that is meant.</param>
    void Advance(int milliseconds, HoistRequest request, int bay, bool powered, Seat vehicle);
}
