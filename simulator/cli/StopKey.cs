using System.Runtime.InteropServices;

namespace SwapEdge.Simulator;

/// <summary>
/// Ctrl-C, or a signal to end, while it is there: what runs is told, and can leave things as they should be. Whoever
/// presses it again ends the process at once.
/// </summary>
internal sealed class StopKey : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;

    public StopKey() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
    ];

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        _stop.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = !_stop.IsCancellationRequested;
        _stop.Cancel();
    }
}
