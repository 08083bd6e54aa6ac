namespace SwapEdge.Simulator;

/// <summary>A field of a message as a report shows it.</summary>
/// <param name="Number">In the contract.</param>
/// <param name="Name">In the contract.</param>
/// <param name="Form">What its bytes mean.</param>
/// <param name="Words">Of a number that stands for something, or for each place of a list.</param>
/// <param name="Inner">Of a message.</param>
public sealed record ReportField(
    int Number, string Name, ReportForm Form, Func<int, string>? Words = null, ReportField[]? Inner = null);
