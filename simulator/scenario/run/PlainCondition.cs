namespace SwapEdge.Simulator;

/// <summary>Something that is so at a moment and that nothing has to be remembered for.</summary>
/// <param name="isTrue">Whether it is so now.</param>
/// <param name="seen">What is so now, in words.</param>
public sealed class PlainCondition(Func<bool> isTrue, Func<string> seen) : Condition
{
    public override bool IsState => true;

    public override bool IsTrue() => isTrue();

    public override string Seen() => seen();
}
