namespace SwapEdge.Simulator;

/// <summary>Names of interfaces as people order them: bay2 before bay10.</summary>
internal sealed class InterfaceOrder : IComparer<string>
{
    private static readonly char[] Digits = [.. "0123456789"];

    public static InterfaceOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        string one = x ?? "";
        string other = y ?? "";
        int order = string.CompareOrdinal(one.TrimEnd(Digits), other.TrimEnd(Digits));
        order = order != 0 ? order : one.Length.CompareTo(other.Length);
        return order != 0 ? order : string.CompareOrdinal(one, other);
    }
}
