namespace SwapEdge.Simulator;

/// <summary>
/// The connector between pack and vehicle. The discharge circuit is made first on the way down, the charge circuit
/// with the last millimetres; both are needed for "mated".
/// </summary>
public sealed class Connector(Seat seat)
{
    private const double DischargeM = -0.020;
    private const double ChargeM = -0.027;

    /// <summary>Its contacts have come apart although it sits.</summary>
    public bool Loose { get; set; }

    public bool DischargeCircuit => !Loose && seat.Pack is not null && seat.PackHeightM <= DischargeM;

    public bool ChargeCircuit => !Loose && seat.Pack is not null && seat.PackHeightM <= ChargeM;

    public bool Mated => DischargeCircuit && ChargeCircuit;

    public bool Parted => !DischargeCircuit && !ChargeCircuit;
}
