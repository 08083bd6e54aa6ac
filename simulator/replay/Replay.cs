using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// Plays a capture through the firmware's decoders and monitors, in one pass and in memory of a fixed size. Charger
/// bus, swap-pack bus and station link may be mixed; a frame goes where its identifier belongs.
/// </summary>
public sealed class Replay
{
    private readonly ReplaySummary _summary;
    private readonly ReplayJson _json;
    private readonly ReplayMonitor _monitor;
    private readonly ReplayBus _bus;
    private readonly CandumpWriter? _candump;
    private readonly SwapPackBus _swapPack = new();
    private readonly SwapPackReader _swapPackReader = new();
    private readonly PackReading _swapPackReading = new();

    public Replay(ReplaySummary summary, ReplayJson json, ReplayBus bus, CandumpWriter? candump)
    {
        _summary = summary;
        _json = json;
        _bus = bus;
        _candump = candump;
        _monitor = new ReplayMonitor(summary);
    }

    /// <summary>First line that was no frame, and why; of use when there was no frame at all.</summary>
    public (long Line, string Reason)? FirstRefusal { get; private set; }

    /// <summary>Reads to the end.</summary>
    public void Run(CaptureReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        while (reader.Next() is { } line)
        {
            _summary.Lines = line.Number;
            if (line.Refusal is { } reason)
            {
                FirstRefusal ??= (line.Number, reason);
                _summary.AddRefusal(reason, line.Number);
            }
            else
            {
                _candump?.Write(line);
                Take(line);
            }
        }

        _monitor.Finish(_summary.DurationMs);
        _summary.TimeWentBack = reader.TimeWentBack;
    }

    private void Take(CaptureLine line)
    {
        CanFrame frame = line.Frame;
        _summary.Frames++;
        _summary.DurationMs = frame.TimeMs;
        _monitor.PollUntil(frame.TimeMs, line.Number);
        int pgn = J1939.Pgn(frame.Id);
        DecodeResult result = IsForSwapPack(frame, _bus)
            ? TakeSwapPack(line)
            : _bus == ReplayBus.Auto && frame.Extended && MessageForms.OfLink(pgn) is { } form
                ? TakeLink(line, form)
                : TakeCharger(line);
        if (result == DecodeResult.Pending)
        {
            _summary.TransportFrames++;
        }
        else if (result != DecodeResult.Ok)
        {
            _summary.AddRefusal(RefusalWords.Of(result), line.Number);
        }
    }

    private DecodeResult TakeCharger(CaptureLine line)
    {
        CanFrame frame = line.Frame;
        DecodeResult result = _monitor.Accept(frame, line.Number);
        ChargeMessage message = _monitor.Bus.Completed;
        if (message != ChargeMessage.None)
        {
            ChargeRow row = ChargeMessages.Row(message);
            MessageSlot slot = _monitor.Bus.Slot(message);
            bool transported = J1939.Pgn(frame.Id) == Transport.DataPgn;
            _summary.AddMessage(row.Name, row.PeriodMs, frame.TimeMs);
            _summary.TransportFrames += transported ? 1 : 0;
            long? requestLine = transported ? _monitor.RequestLine(J1939.Source(frame.Id)) : null;
            int shiftMa = _monitor.Bus.CurrentShiftMa(message);
            ReplayView view = new(Words.Of(_monitor.Stage), _monitor.Reading, _monitor.TakeNews(), shiftMa);
            _json.Message(line, MessageForms.Of(message), (slot.Data, slot.Length), requestLine, view);
        }

        return result;
    }

    private DecodeResult TakeSwapPack(CaptureLine line)
    {
        CanFrame frame = line.Frame;
        DecodeResult result = _swapPack.Accept(frame);
        if (_swapPack.Completed != SwapPackMessage.None)
        {
            SwapPackRow row = SwapPackMessages.Rows[(int)_swapPack.Completed];
            _summary.AddMessage(SwapPackNames.Of(row.Message), row.PeriodMs, frame.TimeMs);
            ReplayView view = new("on the vehicle", ReadSwapPack, _monitor.TakeNews());
            _json.Message(line, MessageForms.Of(row.Message), (frame.Data, frame.Length), null, view);
        }

        return result;
    }

    private DecodeResult TakeLink(CaptureLine line, MessageForm form)
    {
        CanFrame frame = line.Frame;
        if (frame.Length < StationLink.Length)
        {
            return DecodeResult.Short;
        }

        _summary.AddMessage(form.Name, 0, frame.TimeMs);
        ReplayView view = new("station link", _ => new PackReading(), _monitor.TakeNews());
        _json.Message(line, form, (frame.Data, frame.Length), null, view);
        return DecodeResult.Ok;
    }

    private PackReading ReadSwapPack(long nowMs)
    {
        _swapPackReader.Read(_swapPack, nowMs, _swapPackReading);
        return _swapPackReading;
    }

    /// <summary>Whether a frame is judged as one of the swap-pack bus.</summary>
    internal static bool IsForSwapPack(CanFrame frame, ReplayBus bus) =>
        bus == ReplayBus.Pack || (bus == ReplayBus.Auto && IsSwapPack(frame));

    private static bool IsSwapPack(CanFrame frame) =>
        frame.Extended && Array.Exists(SwapPackMessages.Rows, row => row.Id != 0 && row.Id == frame.Id);
}
