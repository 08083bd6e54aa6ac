namespace SwapEdge.Tests.Stories;

/// <summary>How a story fails when it is not true.</summary>
/// <param name="Story">Name of the shipped scenario.</param>
/// <param name="How">What is broken, in words.</param>
/// <param name="By">What breaks it.</param>
/// <param name="Reason">
/// What one failure, as <c>expectation: reason</c>, must hold: parts that <see cref="Then"/> divides, in their order.
/// </param>
internal sealed record BrokenClaim(string Story, string How, Breaking By, string Reason)
{
    public const string Then = " … ";
}
