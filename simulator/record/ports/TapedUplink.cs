using System.Text;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>The way to the broker with a tape before it.</summary>
internal sealed class TapedUplink(PortTape tape, IUplink? live) : IUplink
{
    private readonly int _link = tape.Channel("uplink.Link");
    private readonly int _connected = tape.Channel("uplink.Connect");
    private readonly int _disconnected = tape.Channel("uplink.Disconnect");
    private readonly int _subscribed = tape.Channel("uplink.Subscribe");
    private readonly int _published = tape.Channel("uplink.Publish");
    private readonly int _acknowledged = tape.Channel("uplink.Acknowledged");
    private readonly int _received = tape.Channel("uplink.Receive");

    public UplinkLink Link => (UplinkLink)tape.Value(_link, (long)(live?.Link ?? UplinkLink.Down));

    public void Connect()
    {
        live?.Connect();
        tape.Give(_connected, [], []);
    }

    public void Disconnect()
    {
        live?.Disconnect();
        tape.Give(_disconnected, [], []);
    }

    public bool Subscribe(string topic)
    {
        byte[] answer = live is null ? [] : [(byte)(live.Subscribe(topic) ? 1 : 0)];
        return tape.Give(_subscribed, Encoding.UTF8.GetBytes(topic), answer) is [1];
    }

    public int Publish(string topic, byte[] payload, int length, bool retain)
    {
        byte[] answer = live is null ? [] : Number(live.Publish(topic, payload, length, retain));
        byte[] given = new RecordBytes().Text(topic).Number(retain ? 1 : 0).Raw(payload.AsSpan(0, length)).ToArray();
        return Number(tape.Give(_published, given, answer));
    }

    public int Acknowledged()
    {
        int id = live?.Acknowledged() ?? 0;
        return tape.Next(_acknowledged, id == 0 ? null : Number(id)) is { } told ? Number(told) : 0;
    }

    public bool Receive(UplinkMessage into)
    {
        byte[]? came = live is not null && live.Receive(into) ? Bytes(into) : null;
        if (tape.Next(_received, came) is not { } told)
        {
            return false;
        }

        RecordCursor cursor = new(told);
        into.Topic = cursor.Text();
        into.Retained = cursor.Count() != 0;
        into.Length = cursor.Count();
        if (into.Length <= into.Payload.Length)
        {
            ReadOnlySpan<byte> payload = cursor.Raw(told.Length - cursor.At);
            payload[..Math.Min(payload.Length, into.Length)].CopyTo(into.Payload);
        }

        return true;
    }

    private static byte[] Bytes(UplinkMessage message) => new RecordBytes()
        .Text(message.Topic).Number(message.Retained ? 1 : 0).Number(message.Length)
        .Raw(message.Payload.AsSpan(0, message.Length <= message.Payload.Length ? message.Length : 0)).ToArray();

    private static byte[] Number(int number) => new RecordBytes().Number(number).ToArray();

    private static int Number(byte[] bytes) => new RecordCursor(bytes).Count();
}
