namespace SwapEdge.Simulator;

/// <summary>Entry of <c>swapsim</c>.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        Console.WriteLine($"swapsim {args.Length}");
        return 0;
    }
}
