namespace SwapEdge.Boards.Flash;

/// <summary>Why it did not go on.</summary>
/// <param name="End">The exit code, which has its sentences in two languages.</param>
/// <param name="Detail">What exactly: a name, a field, a path; never a secret.</param>
public sealed record Failure(FlashEnd End, string Detail = "");
