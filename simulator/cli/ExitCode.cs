namespace SwapEdge.Simulator;

/// <summary>What <c>swapsim</c> returns.</summary>
public static class ExitCode
{
    public const int Passed = 0;

    /// <summary>An expectation failed.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage, or an input file that is not what it should be.</summary>
    public const int WrongInput = 2;

    /// <summary>A defect of the simulator itself.</summary>
    public const int InternalError = 3;

    /// <summary>What was waited for did not come in the time that was given.</summary>
    public const int TimedOut = 42;

    /// <summary>Somebody ended it, with Ctrl-C or a signal; as shells have it.</summary>
    public const int Stopped = 130;
}
