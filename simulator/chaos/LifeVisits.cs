using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What became of each visit to a lane, as the world has it.</summary>
public sealed class LifeVisits(LifeLane lane)
{
    private readonly Truck _truck = lane.World.Truck;
    private Pack?[] _came = [];
    private TruckStage _stage;
    private bool _heldSeen;

    /// <summary>Vehicles that left with other packs, all of them.</summary>
    public int Completed { get; private set; }

    /// <summary>Vehicles that left with a pack that they came with.</summary>
    public int PutBack { get; private set; }

    public int Held { get; private set; }

    /// <summary>After each pass.</summary>
    public void Count()
    {
        bool held = lane.Phase is Phase.Held or Phase.Stopped;
        Held += held && !_heldSeen ? 1 : 0;
        _heldSeen = held || (_heldSeen && _truck.Present);
        if (_truck.Stage == _stage)
        {
            return;
        }

        _stage = _truck.Stage;
        if (_stage == TruckStage.RollingIn)
        {
            _came = [.. _truck.Positions.Select(at => at.Seat.Pack)];
        }
        else if (_stage == TruckStage.Gone)
        {
            bool own = _truck.Positions.Any(at => at.Seat.Pack is not null && _came.Contains(at.Seat.Pack));
            bool full = _truck.Positions.All(at => at.Seat.Pack is not null);
            Completed += full && !own ? 1 : 0;
            PutBack += own ? 1 : 0;
        }
    }
}
