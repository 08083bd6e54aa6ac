namespace SwapEdge.Simulator;

/// <summary>The field wiring of one node: its contacts and coils in the world.</summary>
public interface IFieldWires
{
    /// <summary>The world's contacts as they are now, onto the wires; before a pass.</summary>
    void Sense();

    /// <summary>The wires' levels as they are now, to the world's coils; after a pass.</summary>
    void Drive();
}
