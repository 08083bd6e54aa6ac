namespace SwapEdge.Simulator;

/// <summary>What a value in a scenario is, and in which unit it is kept.</summary>
public enum ParameterKind
{
    /// <summary>Milliseconds, a long.</summary>
    Duration,

    /// <summary>°C, a double.</summary>
    Temperature,

    /// <summary>From 0 to 1, a double.</summary>
    Percent,

    /// <summary>A plain number, 0 and up, an int.</summary>
    Count,

    /// <summary>On or off, a bool.</summary>
    Level,

    /// <summary>One of <see cref="Parameter.Choices"/>.</summary>
    Choice,
    Text,

    /// <summary>Name of a node of the station.</summary>
    Node,

    /// <summary>Number of a bay, or of a cabinet's door, from 1, an int.</summary>
    Bay,

    /// <summary>Number of a lane, from 1, an int.</summary>
    Lane,

    /// <summary>Where a pack is: see <see cref="PackAt"/>; its text.</summary>
    PackAt,

    /// <summary>Kiloohms, an int.</summary>
    Resistance,

    /// <summary>Amperes, a double.</summary>
    Current,

    /// <summary>Volts, a double.</summary>
    Voltage,

    /// <summary>Watts, a double.</summary>
    Power,

    /// <summary>Millimetres, a double.</summary>
    Length,

    /// <summary>VIN, tag or card, as the station reads them; its text.</summary>
    Vehicle,

    /// <summary>Code of a pack, <see cref="PackIdentity"/>; its text.</summary>
    PackCode,

    /// <summary>Number of a pack on a vehicle, from 1, an int.</summary>
    Position,

    /// <summary>Number of a point of a lock, from 1, an int.</summary>
    LockPoint,
}
