using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// A node's way to its broker on which, while it is unreliable, the broker's acknowledgements come late, overtake one
/// another and come twice, as a client library's callbacks may.
/// </summary>
/// <param name="line">What it goes over.</param>
/// <param name="network">Says whether it is unreliable, and counts.</param>
/// <param name="random">Chance of its own.</param>
public sealed class FaultyUplink(MqttUplink line, LifeNetwork network, Prng random) : IUplink
{
    public const string Late = "broker's word late";
    public const string Doubled = "broker's word doubled";
    public const string Overtaken = "broker's word overtaken";

    private const int LongestMs = 3_000;

    private readonly List<(long DueMs, long Number, int Id)> _words = [];
    private long _nowMs;
    private long _number;
    private long _last;

    public UplinkLink Link => line.Link;

    /// <summary>Before each pass of the node.</summary>
    public void Advance(long nowMs)
    {
        _nowMs = nowMs;
        for (int id = line.Acknowledged(); id != 0; id = line.Acknowledged())
        {
            bool late = network.Unreliable && random.Between(0, 3) == 0;
            bool twice = network.Unreliable && random.Between(0, 7) == 0;
            _words.Add((late ? nowMs + random.Between(100, LongestMs) : nowMs, ++_number, id));
            Note(Late, late);
            Note(Doubled, twice);
            if (twice)
            {
                _words.Add((nowMs + random.Between(0, LongestMs), _number, id));
            }
        }
    }

    /// <summary>Numbers belong to a connection.</summary>
    public void Connect()
    {
        _words.Clear();
        line.Connect();
    }

    public void Disconnect()
    {
        _words.Clear();
        line.Disconnect();
    }

    public bool Subscribe(string topic) => line.Subscribe(topic);

    public int Publish(string topic, byte[] payload, int length, bool retain) =>
        line.Publish(topic, payload, length, retain);

    public int Acknowledged()
    {
        int next = _words.FindIndex(word => word.DueMs <= _nowMs || !network.Unreliable);
        if (next < 0)
        {
            return 0;
        }

        (_, long number, int id) = _words[next];
        _words.RemoveAt(next);
        Note(Overtaken, number < _last);
        _last = Math.Max(number, _last);
        return id;
    }

    public bool Receive(UplinkMessage into) => line.Receive(into);

    private void Note(string fault, bool happened)
    {
        if (happened)
        {
            network.Note(fault);
        }
    }
}
