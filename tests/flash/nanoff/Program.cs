namespace SwapEdge.Tests.Flash;

/// <summary>The stand-in as a program: its own first two arguments are --device and the folder of its device.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        if (args is not ["--device", string folder, .. string[] asked])
        {
            Console.Error.WriteLine("FakeNanoff: --device FOLDER first");
            return 99;
        }

        return new FakeNanoff(folder, Console.Out, () => Thread.Sleep(Timeout.Infinite)).Run(asked);
    }
}
