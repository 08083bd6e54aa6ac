using SwapEdge.Firmware;
using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>The ports of a node with a tape between them and the firmware.</summary>
internal static class TapedPorts
{
    /// <param name="tape">Records or replays.</param>
    /// <param name="note">What ports there are.</param>
    /// <param name="live">The real ones; null when the tape replays.</param>
    /// <param name="mirror">What the store has.</param>
    public static NodePorts Over(PortTape tape, StartNote note, NodePorts? live, StoreMirror mirror)
    {
        NodePorts ports = note.Safe ? new SafePorts(note.Kind) : note.Kind switch
        {
            NodeKind.Lane => Lane(tape, note, (LanePorts?)live),
            NodeKind.Bays => Bays(tape, note, (BayPorts?)live),
            NodeKind.Cabinet => Cabinet(tape, note.Settings, (CabinetPorts?)live),
            _ => throw new RecordDamageException($"a node of kind {note.Kind}, which this build does not know"),
        };
        ports.Clock = new TapedClock(tape, live?.Clock);
        ports.Store = new TapedStore(tape, live?.Store, mirror);
        ports.Uplink = new TapedUplink(tape, live?.Uplink);
        ports.Mac = new TapedMac(tape, live?.Mac);
        ports.Random = new TapedRandom(tape, live?.Random);
        ports.Heartbeat = new TapedHeartbeat(tape, live?.Heartbeat);
        ports.Restart = note.CanRestart ? new TapedRestart(tape, live?.Restart) : null;
        ports.Certificates = note.HasCertificates ? new TapedCertificates(tape, live?.Certificates) : null;
        ports.Vitals = note.HasVitals ? new TapedVitals(tape, live?.Vitals) : null;
        return ports;
    }

    /// <summary>In the order in which a record has them.</summary>
    public static ICanBus[] BusesOf(NodePorts ports) => ports switch
    {
        LanePorts lane => [lane.Link, lane.PackBus],
        BayPorts bays => [bays.Link, .. bays.ChargerBuses],
        _ => [],
    };

    private static LanePorts Lane(PortTape tape, StartNote note, LanePorts? live) => new()
    {
        Link = Bus(tape, "link", note, 0, live?.Link),
        PackBus = Bus(tape, Invariant($"swap{note.Settings.Lane}"), note, 1, live?.PackBus),
        Lane = new TapedLaneIo(tape, live?.Lane),
    };

    private static BayPorts Bays(PortTape tape, StartNote note, BayPorts? live) => new()
    {
        Link = Bus(tape, "link", note, 0, live?.Link),
        ChargerBuses =
        [
            .. Enumerable.Range(0, note.Errors.Length - 1).Select(place => Bus(
                tape, Invariant($"bay{BayOf(note.Settings, place)}"), note, place + 1, live?.ChargerBuses[place])),
        ],
        Bays = new TapedBayIo(tape, note.Settings.Bays, live?.Bays),
    };

    private static CabinetPorts Cabinet(PortTape tape, NodeSettings settings, CabinetPorts? live) => new()
    {
        Cabinet = new TapedCabinetIo(tape, settings.Bays, live?.Cabinet),
        PackLine = new TapedLine(tape, live?.PackLine),
    };

    private static TapedBus Bus(PortTape tape, string name, StartNote note, int index, ICanBus? live)
    {
        if (index >= note.Errors.Length)
        {
            throw new RecordDamageException($"the node has no bus {name}");
        }

        return note.Errors[index] ? new TapedErrorBus(tape, name, live) : new TapedBus(tape, name, live);
    }

    /// <summary>A board may have more buses than the node has bays.</summary>
    private static int BayOf(NodeSettings settings, int place) =>
        place < settings.Bays.Length ? settings.Bays[place] : 0;
}
