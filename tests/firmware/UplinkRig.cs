using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Firmware;

/// <summary>An uplink over a journal and a scripted port, in virtual time of one pass each.</summary>
internal sealed class UplinkRig
{
    public const string Root = "swap/v1/linfen/station-1/lane-1/";

    private readonly byte[] _key;

    /// <param name="journal">A new one unless the caller has one, on another store.</param>
    /// <param name="key">That the city signs with.</param>
    public UplinkRig(Journal? journal = null, byte[]? key = null)
    {
        _key = key ?? [.. Enumerable.Range(1, 32).Select(value => (byte)value)];
        NodeSettings settings = new()
        {
            City = "linfen", Station = "station-1", Node = "lane-1", LinkAddress = 0x80, Lane = 1,
        };
        Assert.Null(settings.Flaw());
        BayPorts ports = new()
        {
            Clock = new FixedClock(), Random = new CountingRandom(), Mac = new KeyedMac(_key), Uplink = Port,
            Store = new TornStore(),
        };
        Journal = journal ?? new Journal(ports.Store, ports.Mac, settings.Journal);
        if (journal is null)
        {
            Journal.Open(ports.Random);
        }

        Uplink = new Uplink(ports, settings, Journal);
        Uplink.Start(settings);
    }

    public ScriptedUplink Port { get; } = new();

    public Journal Journal { get; }

    public Uplink Uplink { get; }

    public long NowMs { get; private set; } = 1000;

    public void Pump(bool mayConnect = true)
    {
        NowMs += 50;
        Uplink.Pump(NowMs, mayConnect);
    }

    /// <summary>Passes until so much time is over; connections come up at once.</summary>
    public void Run(long forMs, bool mayConnect = true)
    {
        for (long untilMs = NowMs + forMs; NowMs < untilMs;)
        {
            Pump(mayConnect);
            if (Port.Link == UplinkLink.Connecting)
            {
                Port.Link = UplinkLink.Up;
            }
        }
    }

    public void Store(int first, int last)
    {
        for (int value = first; value <= last; value++)
        {
            Assert.True(Journal.Add(new EventRecord { Kind = EventKind.Audit, Boot = 1, UptimeMs = value }));
            Assert.True(Journal.Commit());
        }
    }

    public void CityStored(ulong through, long utcMs = 0)
    {
        AckRecord ack = new() { Journal = Journal.Identity, EventThrough = through, CityUtcMs = utcMs };
        byte[] payload = new byte[200];
        int length = AckWriter.Encode(ack, payload, 0);
        byte[] mac = new byte[32];
        new KeyedMac(_key).Compute(payload, ack.BodyOffset, ack.BodyLength, mac);
        mac.CopyTo(payload, ack.MacOffset);
        Port.Deliver(Root + "ack", payload[..length]);
    }

    /// <summary>Everything published, oldest first: the topic's last level, with the sequence of an event.</summary>
    public IEnumerable<string> Sent => Port.Published.Select(message =>
    {
        string leaf = message.Topic[Root.Length..];
        return leaf is "event" or "alarm" ? $"{leaf} {SequenceOf(message.Payload)}" : leaf;
    });

    public IEnumerable<string> States => Port.On("state").Select(bytes => Ascii.Read(bytes, 0, bytes.Length));

    private static ulong SequenceOf(byte[] payload)
    {
        EventRecord record = new();
        Assert.Equal(DecodeResult.Ok, EventCodec.Decode(payload, 0, payload.Length, record));
        return record.Sequence;
    }
}
