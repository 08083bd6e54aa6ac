namespace SwapEdge.Simulator;

/// <summary>The wire at one pin of the controller: driven by the pin, by what is connected, or by neither.</summary>
public sealed class PinWire
{
    private bool? _outside;
    private bool? _driven;
    private bool? _held;
    private bool _pull;

    /// <summary>Called when the level has changed.</summary>
    public event Action<bool>? Changed;

    /// <summary>What is connected drives it so; null: it leaves the wire alone.</summary>
    public bool? Outside
    {
        get => _outside;
        set
        {
            bool before = Level;
            _outside = value;
            Tell(before);
        }
    }

    /// <summary>What the pin drives; null while it is an input, and after a reset.</summary>
    public bool? Driven
    {
        get => _driven;
        set
        {
            bool before = Level;
            _driven = value;
            Tell(before);
        }
    }

    /// <summary>Level of the pin's pull; a wire that nobody drives and nothing pulls reads low here.</summary>
    public bool Pull
    {
        get => _pull;
        set
        {
            bool before = Level;
            _pull = value;
            Tell(before);
        }
    }

    /// <summary>The program has asked for a pull, up or down.</summary>
    public bool WantsPull { get; set; }

    /// <summary>A short that no output overcomes.</summary>
    public bool? Held
    {
        get => _held;
        set
        {
            bool before = Level;
            _held = value;
            Tell(before);
        }
    }

    public bool Level => Held ?? Driven ?? Outside ?? Pull;

    private void Tell(bool before)
    {
        if (Level != before)
        {
            Changed?.Invoke(Level);
        }
    }
}
