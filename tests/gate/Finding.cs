namespace SwapEdge.Tests.Gate;

/// <summary>One refusal: where, which rule, what was found and what to write instead.</summary>
public sealed record Finding(Place Place, string Rule, string What, string Instead)
{
    public override string ToString() => $"{Place}: {Rule}: {What}. Instead: {Instead}";
}
