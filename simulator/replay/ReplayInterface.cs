using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>
/// One bus of a capture: its own transport sessions, pack monitor and decoders. The addresses of a charger and a BMS
/// are the same on every bus.
/// </summary>
internal sealed class ReplayInterface(string name, ReplaySummary summary, ReplayJson json)
{
    private readonly ReplayMonitor _monitor = new(summary, name);
    private readonly SwapPackBus _swapPack = new();
    private readonly SwapPackReader _swapPackReader = new();
    private readonly PackReading _swapPackReading = new();

    public void Pass(long nowMs, long line) => _monitor.Pass(nowMs, line);

    /// <summary>Ends the transport sessions that were still open when the capture ended.</summary>
    public void Finish(long nowMs) => _monitor.Finish(nowMs);

    /// <summary>A frame goes where its identifier belongs.</summary>
    public DecodeResult Take(CaptureLine line, ReplayBus bus)
    {
        CanFrame frame = line.Frame;
        return Replay.IsForSwapPack(frame, bus) ? TakeSwapPack(line)
            : bus == ReplayBus.Auto && frame.Extended && MessageForms.OfLink(J1939.Pgn(frame.Id)) is { } form
                ? TakeLink(line, form)
            : TakeCharger(line);
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
            summary.AddMessage(name, row.Name, row.PeriodMs, frame.TimeMs);
            summary.TransportFrames += transported ? 1 : 0;
            long? requestLine = transported ? _monitor.RequestLine(J1939.Source(frame.Id)) : null;
            int shiftMa = _monitor.Bus.CurrentShiftMa(message);
            ReplayView view = new(Words.Of(_monitor.Stage), _monitor.Reading, _monitor.TakeNews(), shiftMa);
            json.Message(line, MessageForms.Of(message), (slot.Data, slot.Length), requestLine, view);
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
            summary.AddMessage(name, SwapPackNames.Of(row.Message), row.PeriodMs, frame.TimeMs);
            ReplayView view = new("on the vehicle", ReadSwapPack, _monitor.TakeNews());
            json.Message(line, MessageForms.Of(row.Message), (frame.Data, frame.Length), null, view);
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

        summary.AddMessage(name, form.Name, 0, frame.TimeMs);
        ReplayView view = new("station link", _ => new PackReading(), _monitor.TakeNews());
        json.Message(line, form, (frame.Data, frame.Length), null, view);
        return DecodeResult.Ok;
    }

    private PackReading ReadSwapPack(long nowMs)
    {
        _swapPackReader.Read(_swapPack, nowMs, _swapPackReading);
        return _swapPackReading;
    }
}
