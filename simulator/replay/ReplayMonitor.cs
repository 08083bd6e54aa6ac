using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// The firmware's pack monitor as a bay node runs it for one bus: it sees each frame when it comes and is polled every
/// pass, also while the bus is silent.
/// </summary>
public sealed class ReplayMonitor(ReplaySummary summary, string bus)
{
    private readonly PackMonitor _monitor = new();
    private readonly PackReading _reading = new();
    private readonly PackWarningChange _change = new();
    private readonly List<ReplayWarning> _news = [];
    private readonly long[] _requestLines = new long[256];
    private ChargeStage _stage;
    private uint _timeouts;

    public ChargeBus Bus => _monitor.Bus;

    public ChargeStage Stage => _monitor.Session.Stage;

    /// <summary>What the node knows about the pack now.</summary>
    public PackReading Reading(long nowMs)
    {
        _monitor.Read(nowMs, _reading);
        return _reading;
    }

    /// <summary>Warnings raised or cleared since the last call.</summary>
    public IReadOnlyList<ReplayWarning> TakeNews()
    {
        ReplayWarning[] news = [.. _news];
        _news.Clear();
        return news;
    }

    /// <summary>A pass of the node at a moment.</summary>
    public void Pass(long nowMs, long line)
    {
        _monitor.Poll(nowMs);
        Notice(nowMs, line);
    }

    public DecodeResult Accept(CanFrame frame, long line)
    {
        ArgumentNullException.ThrowIfNull(frame);
        DecodeResult result = _monitor.Accept(frame);
        if (J1939.Pgn(frame.Id) == Transport.ConnectionPgn && Transport.Control(frame.Data) == Transport.RequestToSend)
        {
            _requestLines[J1939.Source(frame.Id)] = line;
        }

        Notice(frame.TimeMs, line);
        return result;
    }

    /// <summary>The line on which the sender of a transport message asked to send it.</summary>
    public long RequestLine(int source) => _requestLines[source];

    /// <summary>Ends the transport sessions that were still open when the capture ended.</summary>
    public void Finish(long nowMs)
    {
        while (_monitor.Bus.Poll(nowMs + Transport.AnswerTimeoutMs + 1) != DecodeResult.None)
        {
            CountTimeouts();
        }
    }

    private void Notice(long nowMs, long line)
    {
        CountTimeouts();
        if (_monitor.Session.Stage != _stage)
        {
            _stage = _monitor.Session.Stage;
            summary.AddStage(new ReplayStage(bus, nowMs, line, Words.Of(_stage)));
        }

        while (_monitor.Warnings.Next(_change))
        {
            string text = WarningWords.Of(_change.Warning, _change.Level, _change.Value);
            ReplayWarning warning = new(bus, _change.TimeMs, line, text, _change.Level);
            _news.Add(warning);
            summary.AddWarning(warning);
        }
    }

    private void CountTimeouts()
    {
        uint timeouts = _monitor.Bus.Count(DecodeResult.TransportTimeout);
        for (; _timeouts < timeouts; _timeouts++)
        {
            summary.AddRefusal(
                RefusalWords.Of(DecodeResult.TransportTimeout), _requestLines[_monitor.Bus.Sessions.Source]);
        }
    }
}
