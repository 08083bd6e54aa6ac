using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Buses on which frames get lost, late or corrupted, and senders that fall silent.</summary>
public static class BusActions
{
    private static readonly Parameter Bus = Parameter.Choice(
        "bus", "Which bus: the swap-pack bus of a lane, the station link, or the charger bus of a bay.",
        ["swap", "link", "charger"]);

    private static readonly Parameter Sender = Parameter.Choice(
        "sender", "Only frames of this one; everybody's if neither this nor 'node' is said.",
        ["swap-controller", "vehicle-computer", "pack", "charger"], required: false) with
    {
        NotWith = ["node"],
    };

    private static readonly Parameter OfNode = new(
        "node", ParameterKind.Node, false, "Only frames of this node.");

    private static readonly Parameter Message = Parameter.Choice(
        "message", "Only this message of the swap-pack bus.", Choices.Of<SwapPackMessage>(), required: false);

    private static readonly Parameter Share = Parameter.Share with { About = "How many of the frames." };

    private static readonly Parameter By = new("by", ParameterKind.Duration, true, "How late at most.")
    {
        Least = 1,
        IsInRun = true,
    };

    public static IReadOnlyList<ActionForm> All { get; } =
    [
        OnBus("bus-silent", "Nobody on a bus is heard, or one sender is not.",
            (fault, _) => fault with { Lost = 1 }),
        OnBus("bus-loses", "Frames get lost on a bus.",
            (fault, arguments) => fault with { Lost = arguments.Number("share") }, Share),
        OnBus("bus-late", "Frames come late on a bus.",
            (fault, arguments) => fault with
            {
                Late = arguments.Number("share"), LateMs = (int)arguments.Ms("by"),
            },
            Share, By),
        OnBus("bus-corrupts", "A bit of a frame is wrong, and nothing noticed it on the way.",
            (fault, arguments) => fault with { Corrupted = arguments.Number("share") }, Share),
        new("line-silent", "The cabinet's line to the packs says nothing.",
            [Parameter.Door with { About = "Only the pack behind this door; all if not said." }], SilenceLine)
        {
            Scope = StationScope.Cabinet,
        },
        new("line-corrupts", "Bytes on the cabinet's line to the packs are wrong.",
            [Parameter.Share with { About = "How many of the bytes." }], DisturbLine)
        {
            Scope = StationScope.Cabinet,
        },
    ];

    private static ActionForm OnBus(
        string name, string about, Func<WireFault, Arguments, WireFault> made, params Parameter[] parameters) =>
        new(
            name,
            about,
            [Bus, .. parameters, Sender, OfNode, Message, Parameter.Lane, Parameter.Bay],
            (run, arguments) => FaultsOf(run, arguments).Add(made(new WireFault(Meant(run, arguments)), arguments)))
        {
            Scope = StationScope.Lanes,
            Against = Against,
        };

    private static string? Against(StationPlan station, Arguments arguments)
    {
        bool charger = arguments.Text("bus") == "charger";
        return charger && !arguments.Has("bay") ? "'bay' says which charger bus is meant"
            : !charger && arguments.Has("bay") ? "only a charger bus has a bay"
            : arguments.Has("message") && (arguments.Text("bus") != "swap" || arguments.Has("node"))
                ? "'message' is one of the vehicle or the pack on the bus 'swap'"
            : arguments.Has("sender") ? Speaks(station, arguments.Text("bus"), arguments.Text("sender"))
            : null;
    }

    /// <summary>Who is on the bus says nothing for who is not.</summary>
    private static string? Speaks(StationPlan station, string bus, string sender)
    {
        string[] senders = bus switch
        {
            "swap" => station.Kind.Profile.LockByFrame
                ? ["swap-controller", "vehicle-computer", "pack"]
                : ["vehicle-computer", "pack"],
            "charger" => ["pack", "charger"],
            _ => [],
        };
        return senders.Contains(sender, StringComparer.Ordinal) ? null
            : senders.Length == 0 ? "on the link nodes speak: 'node' says which"
            : $"no '{sender}' speaks on the bus '{bus}' here: {string.Join(", ", senders)}";
    }

    private static WireFaults FaultsOf(ScenarioRun run, Arguments arguments)
    {
        Wire wire = arguments.Text("bus") switch
        {
            "swap" => run.LaneOf(arguments).Bus,
            "link" => run.World.StationLink,
            _ => run.BayOf(arguments).Bus,
        };
        return wire.Faults ??= new WireFaults(run.Chance.Fork());
    }

    /// <summary>Which frames: of one sender by its end of the bus, of a node on the link by its address.</summary>
    private static Func<WireEnd, CanFrame, bool> Meant(ScenarioRun run, Arguments arguments)
    {
        if (arguments.Has("node"))
        {
            StationNode node = run.NodeOf(arguments);
            string end = node.Kind == NodeKind.Lane ? "lane node" : "bay node";
            bool link = arguments.Text("bus") == "link";
            return (sender, frame) => link ? (frame.Id & 0xFF) == node.LinkAddress : sender.Name == end;
        }

        string name = arguments.Text("sender", "").Replace('-', ' ');
        uint? id = arguments.Has("message")
            ? SwapPackMessages.Rows[(int)Choices.Parse<SwapPackMessage>(arguments.Text("message"))].Id : null;
        return (sender, frame) => (name.Length == 0 || sender.Name == name) && (id is null || frame.Id == id);
    }

    private static Action SilenceLine(ScenarioRun run, Arguments arguments)
    {
        ICollection<int> silent = run.Cabinet.Line.SilentDoors;

        // Told as often as somebody wants it so.
        int door = ScenarioRun.PlaceOf(arguments);
        int[] doors = door > 0 ? [door] : [.. run.Cabinet.Doors.Select(one => one.Number)];
        Array.ForEach(doors, silent.Add);
        return () => Array.ForEach(doors, one => silent.Remove(one));
    }

    private static Action DisturbLine(ScenarioRun run, Arguments arguments)
    {
        CabinetLine line = run.Cabinet.Line;
        double share = arguments.Number("share");
        byte Disturb(byte one) => run.Chance.Between(0.0, 1.0) < share
            ? (byte)(one ^ (1 << run.Chance.Between(0, 7))) : one;
        return run.Hold<Func<byte, byte>?>(line, "disturbed", Disturb, null, by => line.Disturbed = by);
    }
}
