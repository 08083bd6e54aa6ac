namespace SwapEdge.Simulator;

/// <summary>What became of one customer of a cabinet. Times of the world; -1 while not so far.</summary>
/// <param name="customer">Who.</param>
/// <param name="card">Shown to the reader.</param>
/// <param name="cameMs">When the customer came to the cabinet.</param>
/// <param name="beganMs">When nobody stood before the customer any more.</param>
public sealed class CustomerVisit(CabinetCustomer customer, string card, long cameMs, long beganMs)
{
    public CabinetCustomer Customer { get; } = customer;

    public string Card { get; } = card;

    public long CameMs { get; } = cameMs;

    public long BeganMs { get; } = beganMs;

    public long LeftMs { get; internal set; } = -1;

    /// <summary>From stepping up to going; -1 while it lasts.</summary>
    public long SwapMs => LeftMs < 0 ? -1 : LeftMs - BeganMs;

    /// <summary>Left with another pack.</summary>
    public bool Swapped => LeftMs >= 0 && Customer.Hand is not null
        && !ReferenceEquals(Customer.Hand, Customer.Brought);
}
