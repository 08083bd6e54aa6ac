using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

/// <summary>Ways in which firmware could be wrong, put between it and its world; each counts for every node.</summary>
internal static partial class Break
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
            cabinet.Cabinet = new BrokenCabinet(cabinet.Cabinet)
            {
                Panel = panel, Doors = doors is null ? null : (_, into) => doors(into),
            };
        }
    });

    /// <summary>The same of one door.</summary>
    public static Breaking BlindDoor(int door, Action<DoorInputs> shown) => Of((_, ports) =>
    {
        if (ports is CabinetPorts cabinet)
        {
            cabinet.Cabinet = new BrokenCabinet(cabinet.Cabinet)
            {
                Doors = (index, into) =>
                {
                    if (index == door - 1)
                    {
                        shown(into);
                    }
                },
            };
        }
    });

    /// <summary>Charge permits are given wherever a pack stands, whatever the firmware says.</summary>
    public static Breaking KeepsCharging() => Charging(here => here);

    /// <summary>And where none stands.</summary>
    public static Breaking ChargesAnything() => Charging(_ => true);

    private static Breaking Charging(Func<bool, bool> permitted) => Of((_, ports) =>
    {
        if (ports is BayPorts bays)
        {
            bays.Bays = new BrokenBays(bays.Bays) { Permit = permitted };
        }
        else if (ports is CabinetPorts cabinet)
        {
            cabinet.Cabinet = new BrokenCabinet(cabinet.Cabinet) { Permit = permitted };
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

    /// <summary>Frames of an identifier are heard as they first came, by their first byte.</summary>
    public static Breaking HearsFirst(uint id) => Of((_, ports) =>
    {
        if (ports is LanePorts lane)
        {
            Dictionary<byte, byte[]> first = [];
            lane.PackBus = new BrokenBus(lane.PackBus, frame =>
            {
                if (frame.Id == id && !first.TryAdd(frame.Data[0], [.. frame.Data]))
                {
                    first[frame.Data[0]].CopyTo(frame.Data, 0);
                }

                return true;
            });
        }
    });

    /// <summary>The last lock frame is believed for ever: it goes on when no more come.</summary>
    public static Breaking BelievesLastLock() => Of((_, ports) =>
    {
        if (ports is LanePorts lane)
        {
            lane.PackBus = new StubbornBus(lane.PackBus);
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

    /// <summary>Other limits: done again at each start, so it must not add up.</summary>
    public static Breaking Profile(Action<SwapProfile> change) => Of((settings, _) => change(settings.Profile));

    /// <summary>A step may last so long that its limit is never reached.</summary>
    public static Breaking Waits(Phase phase) => Step(phase, step =>
        new StepPlan(phase, step.Require, step.Forbid, 3_600_000, step.Retries, step.GoesBack));

    /// <summary>A step is tried once.</summary>
    public static Breaking NoRetry(Phase phase) => Step(phase, step =>
        new StepPlan(phase, step.Require, step.Forbid, step.LimitMs, 0, step.GoesBack));

    private static Breaking Step(Phase phase, Func<StepPlan, StepPlan> other) => Profile(profile =>
        profile.Steps = [.. profile.Steps.Select(step => step.Phase == phase ? other(step) : step)]);

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
