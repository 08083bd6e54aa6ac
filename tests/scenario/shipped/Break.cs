using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

/// <summary>Ways in which firmware could be wrong, put between it and its world; each counts for every node.</summary>
internal static class Break
{
    /// <summary>The expectation says something else; the firmware is right.</summary>
    public static Breaking Text(string old, string other) => new() { Old = old, New = other };

    /// <summary>Requests stay on for a while although the firmware has withdrawn them.</summary>
    public static Breaking KeepsDriving(Drive drives, int forMs = 10_000) => Of((_, ports) =>
    {
        int sinceMs = forMs;
        Drive Kept(Drive given)
        {
            sinceMs = (given & drives) != 0 ? 0 : sinceMs + BrokenLane.PassMs;
            return sinceMs < forMs ? given | drives : given;
        }

        Driving(ports, Kept);
    });

    /// <summary>Requests that are never made.</summary>
    public static Breaking NeverDrives(Drive drives) => Of((_, ports) => Driving(ports, given => given & ~drives));

    /// <summary>Whatever is asked for comes so much later.</summary>
    public static Breaking Slow(int byMs) => Of((_, ports) =>
    {
        Queue<Drive> late = new(Enumerable.Repeat(Drive.None, byMs / BrokenLane.PassMs));
        Driving(ports, given =>
        {
            late.Enqueue(given);
            return late.Dequeue();
        });
    });

    /// <summary>Somebody seems to confirm, every four seconds.</summary>
    public static Breaking ConfirmsItself() => Of((_, ports) =>
    {
        if (ports is LanePorts lane)
        {
            int passes = 0;
            lane.Lane = new BrokenLane(lane.Lane) { Shown = into => into.ConfirmPressed = passes++ / 40 % 2 == 1 };
        }
    });

    /// <summary>Inputs of a lane are not as they are: what is read is changed before the firmware sees it.</summary>
    public static Breaking Blind(Action<LaneInputs> shown) => Of((_, ports) =>
    {
        if (ports is LanePorts lane)
        {
            lane.Lane = new BrokenLane(lane.Lane) { Shown = shown };
        }
    });

    /// <summary>The same of every bay.</summary>
    public static Breaking BlindBays(Action<BayInputs> shown) => Of((_, ports) =>
    {
        if (ports is BayPorts bays)
        {
            bays.Bays = new BrokenBays(bays.Bays) { Shown = shown };
        }
    });

    /// <summary>The same of a cabinet's panel and of each of its doors.</summary>
    public static Breaking BlindCabinet(Action<CabinetInputs>? panel, Action<DoorInputs>? doors) => Of((_, ports) =>
    {
        if (ports is CabinetPorts cabinet)
        {
            cabinet.Cabinet = new BrokenCabinet(cabinet.Cabinet) { Panel = panel, Doors = doors };
        }
    });

    /// <summary>Charge permits are given at every bay and door, whatever the firmware says.</summary>
    public static Breaking KeepsCharging() => Of((_, ports) =>
    {
        if (ports is BayPorts bays)
        {
            bays.Bays = new BrokenBays(bays.Bays) { Permit = _ => true };
        }
        else if (ports is CabinetPorts cabinet)
        {
            cabinet.Cabinet = new BrokenCabinet(cabinet.Cabinet) { Permit = _ => true };
        }
    });

    /// <summary>Frames on the buses of vehicles, packs and chargers are changed, or (false) not heard at all.</summary>
    public static Breaking Deaf(Func<CanFrame, bool> hears) => Of((_, ports) =>
    {
        if (ports is LanePorts lane)
        {
            lane.PackBus = new BrokenBus(lane.PackBus, hears);
        }
        else if (ports is BayPorts bays)
        {
            bays.ChargerBuses = [.. bays.ChargerBuses.Select(bus => new BrokenBus(bus, hears))];
        }
    });

    /// <summary>The same on the station link.</summary>
    public static Breaking DeafLink(Func<CanFrame, bool> hears) => Of((_, ports) =>
    {
        if (ports is LanePorts lane)
        {
            lane.Link = new BrokenBus(lane.Link, hears);
        }
        else if (ports is BayPorts bays)
        {
            bays.Link = new BrokenBus(bays.Link, hears);
        }
    });

    /// <summary>What is published on topics that end so is taken, and never sent.</summary>
    public static Breaking Mute(string ending) => Of((_, ports) =>
        ports.Uplink = new BrokenUplink(ports.Uplink)
        {
            Drops = topic => topic.EndsWith(ending, StringComparison.Ordinal),
        });

    /// <summary>What it was subscribed to once is never subscribed to again.</summary>
    public static Breaking SubscribesOnce() => Of((_, ports) =>
    {
        BrokenUplink? uplink = null;
        uplink = new BrokenUplink(ports.Uplink) { Hears = _ => uplink!.Connections < 2 };
        ports.Uplink = uplink;
    });

    /// <summary>A connection is never given up.</summary>
    public static Breaking Clings() => Of((_, ports) =>
        ports.Uplink = new BrokenUplink(ports.Uplink) { Clings = true });

    /// <summary>Nothing that is sent to the node on topics that end so is heard.</summary>
    public static Breaking DeafToCity(string ending) => Of((_, ports) => ports.Uplink = new BrokenUplink(ports.Uplink)
    {
        Hears = topic => !topic.EndsWith(ending, StringComparison.Ordinal),
    });

    /// <summary>The store says that it has taken what it has not, in files whose names begin so.</summary>
    public static Breaking Forgets(string file = "") => Of((_, ports) =>
        ports.Store = new BrokenStore(ports.Store, file));

    /// <summary>Whatever was stored before a start is gone.</summary>
    public static Breaking StartsEmpty() => Of((_, ports) =>
        Array.ForEach(ports.Store.List(), name => ports.Store.Delete(name)));

    /// <summary>Every signature is right.</summary>
    public static Breaking BelievesAnybody() => Of((_, ports) => ports.Mac = new BrokenMac(ports.Mac));

    /// <summary>Civil time is never known from the board.</summary>
    public static Breaking NoClock() => Of((_, ports) =>
        ports.Clock = new BrokenClock(ports.Clock, 0) { UtcQuality = TimeQuality.Unknown });

    /// <summary>Civil time is wrong.</summary>
    public static Breaking WrongClock(long byMs) => Of((_, ports) => ports.Clock = new BrokenClock(ports.Clock, byMs));

    /// <summary>Other limits: done again at each start, so it must not add up.</summary>
    public static Breaking Profile(Action<SwapProfile> change) => Of((settings, _) => change(settings.Profile));

    /// <summary>A step may last so long that its limit is never reached.</summary>
    public static Breaking Waits(Phase phase) => Profile(profile =>
    {
        for (int i = 0; i < profile.Steps.Length; i++)
        {
            StepPlan step = profile.Steps[i];
            profile.Steps[i] = step.Phase != phase ? step
                : new StepPlan(phase, step.Require, step.Forbid, 3_600_000, step.Retries, step.GoesBack);
        }
    });

    public static Breaking Settings(Action<NodeSettings> change) => Of((settings, _) => change(settings));

    /// <summary>Any other way.</summary>
    public static Breaking Of(Action<NodeSettings, NodePorts> ports) => new() { Ports = ports };

    private static void Driving(NodePorts ports, Func<Drive, Drive> given)
    {
        if (ports is LanePorts lane)
        {
            lane.Lane = new BrokenLane(lane.Lane) { Given = given };
        }
        else if (ports is CabinetPorts cabinet)
        {
            cabinet.Cabinet = new BrokenCabinet(cabinet.Cabinet) { Given = given };
        }
    }
}
