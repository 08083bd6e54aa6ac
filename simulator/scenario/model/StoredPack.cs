namespace SwapEdge.Simulator;

/// <summary>A pack as a scenario wants it; what is left out comes from the seed.</summary>
public sealed record StoredPack
{
    /// <summary>From 0 to 1.</summary>
    public double? Charge { get; init; }

    public double? TemperatureC { get; init; }

    /// <summary>From 0 to 1, against new.</summary>
    public double? Health { get; init; }

    /// <summary>24 characters by GB/T 34014, the last seven of them digits.</summary>
    public string? Code { get; init; }
}
