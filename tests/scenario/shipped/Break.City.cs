using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

/// <summary>And ways to be wrong about what is kept, sent, heard, and about the time.</summary>
internal static partial class Break
{
    /// <summary>What is published on topics that end so is taken, and never sent.</summary>
    public static Breaking Mute(string ending) => Network((_, live) => new BrokenUplink(live)
    {
        Drops = (topic, _) => topic.EndsWith(ending, StringComparison.Ordinal),
    });

    /// <summary>What it was subscribed to once is never subscribed to again.</summary>
    public static Breaking SubscribesOnce() => Network((_, live) =>
    {
        BrokenUplink? uplink = null;
        uplink = new BrokenUplink(live) { Hears = _ => uplink!.Connections < 2 };
        return uplink;
    });

    /// <summary>A connection is never given up.</summary>
    public static Breaking Clings() => Network((_, live) => new BrokenUplink(live) { Clings = true });

    /// <summary>A connection that was lost is lost for ever.</summary>
    public static Breaking ConnectsOnce() => Network((_, live) => new BrokenUplink(live) { MostConnections = 1 });

    /// <summary>Nothing that is sent to the node on topics that end so is heard.</summary>
    public static Breaking DeafToCity(string ending) => Network((_, live) => new BrokenUplink(live)
    {
        Hears = message => !message.Topic.EndsWith(ending, StringComparison.Ordinal),
    });

    /// <summary>The broker's word that it has an event counts as the city's, and one event of three gets lost behind
    /// it.</summary>
    public static Breaking BelievesBroker() => Network((settings, live) => new EarlyWord(settings, live)
    {
        Drops = (topic, sent) => sent % 3 == 0 && topic.EndsWith("/event", StringComparison.Ordinal),
    }).And(BelievesAnybody());

    /// <summary>Nothing is driven while the broker has not answered all that was sent.</summary>
    public static Breaking WaitsForBroker() => Of((_, ports) =>
    {
        if (ports is LanePorts lane)
        {
            BrokenUplink uplink = new(ports.Uplink);
            ports.Uplink = uplink;
            lane.Lane = new BrokenLane(lane.Lane)
            {
                Given = given => uplink.Waiting > 0 ? given & ~Drive.Motion : given,
            };
        }
    });

    /// <summary>Any command of the city counts as a person's confirmation, a second long.</summary>
    public static Breaking ObeysForPeople() => Of((_, ports) =>
    {
        if (ports is LanePorts lane)
        {
            int since = int.MaxValue / 2;
            ports.Uplink = new BrokenUplink(ports.Uplink)
            {
                Hears = message =>
                {
                    since = message.Topic.EndsWith("/command", StringComparison.Ordinal) ? 0 : since;
                    return true;
                },
            };
            lane.Lane = new BrokenLane(lane.Lane)
            {
                Shown = into => into.ConfirmPressed |= since++ < 1_000 / BrokenLane.PassMs,
            };
        }
    });

    /// <summary>A command counts, whichever node it is for.</summary>
    public static Breaking ObeysForOthers() => Of((settings, ports) =>
        ports.Uplink = new BrokenUplink(ports.Uplink) { Hears = new ForeignCommands(settings, ports.Clock).Claim })
        .And(BelievesAnybody());

    /// <summary>The store says that it has taken what it has not, in files whose names begin so.</summary>
    public static Breaking Forgets(string file = "") => Of((_, ports) =>
        ports.Store = new BrokenStore(ports.Store) { Forgets = file });

    /// <summary>What the store has refused is kept in memory and counts as stored.</summary>
    public static Breaking StoresInMind() => Of((_, ports) =>
        ports.Store = new BrokenStore(ports.Store) { KeepsInMind = true });

    /// <summary>Whatever was stored before a start is gone.</summary>
    public static Breaking StartsEmpty() => Of((_, ports) =>
        Array.ForEach(ports.Store.List(), name => ports.Store.Delete(name)));

    /// <summary>Every journal gets the same identity.</summary>
    public static Breaking SameIdentity() => Of((_, ports) => ports.Random = new BrokenRandom());

    /// <summary>Every signature is right.</summary>
    public static Breaking BelievesAnybody() => Of((_, ports) => ports.Mac = new BrokenMac(ports.Mac));

    /// <summary>Civil time is never known from the board.</summary>
    public static Breaking NoClock() => Of((_, ports) =>
        ports.Clock = new BrokenClock(ports.Clock, 0) { UtcQuality = TimeQuality.Unknown });

    /// <summary>Civil time is wrong.</summary>
    public static Breaking WrongClock(long byMs) => Of((_, ports) => ports.Clock = new BrokenClock(ports.Clock, byMs));

    private static Breaking Network(Func<NodeSettings, IUplink, IUplink> broken) => Of((settings, ports) =>
        ports.Uplink = broken(settings, ports.Uplink));
}
