using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

/// <summary>And ways to take for seen what is not.</summary>
internal static partial class Break
{
    private const int TravelMs = 3_000;

    /// <summary>From the first time that something is asked for, it is seen to be done.</summary>
    public static Breaking SeesDone(Drive drive, Action<LaneInputs> shown, Action<CanFrame>? said = null) =>
        SeesDone(drive, (seen, _) => shown(seen), (frame, _) => said?.Invoke(frame));

    /// <summary>A lock that is asked to move is seen to do so, by its switches and by the vehicle's word.</summary>
    public static Breaking SeesTravel(Drive drive, bool closes) => SeesDone(
        drive,
        (seen, sinceMs) =>
        {
            bool there = sinceMs >= TravelMs;
            (seen.LockOpenPoints, seen.LockClosedPoints) = (there && !closes ? 1 : 0, there && closes ? 1 : 0);
        },
        (frame, sinceMs) =>
        {
            if (frame.Id == LockFrame.Id)
            {
                LockFrame.LockPin.WriteRaw(frame.Data, sinceMs < TravelMs ? (uint)LockFrame.Neither
                    : closes ? LockFrame.Locked : (uint)LockFrame.Unlocked);
            }
        });

    /// <summary>What sits on the vehicle is taken for connected.</summary>
    public static Breaking WhatSitsIsConnected() => Of((_, ports) =>
    {
        if (ports is LanePorts lane)
        {
            bool sits = false;
            lane.Lane = new BrokenLane(lane.Lane)
            {
                Shown = seen =>
                {
                    sits = seen.PackInPlace1 && seen.PackInPlace2;
                    if (sits)
                    {
                        Connected(seen);
                    }
                },
            };
            lane.PackBus = new BrokenBus(lane.PackBus, frame =>
            {
                if (sits)
                {
                    Connected(frame);
                }

                return true;
            });
        }
    });

    /// <summary>A latch that is asked to open is seen open for five seconds.</summary>
    public static Breaking SeesOpened() => Of((_, ports) =>
    {
        if (ports is CabinetPorts cabinet)
        {
            int since = int.MaxValue / 2;
            BrokenCabinet broken = null!;
            broken = new BrokenCabinet(cabinet.Cabinet)
            {
                Given = given =>
                {
                    since = (given & Drive.OpenDoor) != 0 ? 0 : since + 1;
                    return given;
                },
                Doors = (index, into) =>
                    into.LatchClosed &= index != broken.Opened || since > 5_000 / BrokenLane.PassMs,
            };
            cabinet.Cabinet = broken;
        }
    });

    /// <summary>A door whose pack has been taken out is taken for shut.</summary>
    public static Breaking WhatIsEmptiedIsShut() => Of((_, ports) =>
    {
        if (ports is CabinetPorts cabinet)
        {
            HashSet<int> had = [];
            cabinet.Cabinet = new BrokenCabinet(cabinet.Cabinet)
            {
                Doors = (index, into) =>
                {
                    if (into.PackPresent)
                    {
                        had.Add(index);
                    }

                    into.LatchClosed |= had.Contains(index) && !into.PackPresent;
                },
            };
        }
    });

    /// <summary>Of a pack that its bay does not know any more, the lane still knows what it was told before.</summary>
    public static Breaking RemembersPacks() => Of((_, ports) =>
    {
        if (ports is LanePorts lane)
        {
            BayStatusFrame status = new();
            BayPackFrame pack = new();
            Dictionary<int, (uint Serial, int Permille)> known = [];
            lane.Link = new BrokenBus(lane.Link, frame =>
            {
                if (pack.Read(frame) == DecodeResult.Ok)
                {
                    bool isKnown = known.TryGetValue(pack.Bay, out (uint Serial, int Permille) named);
                    pack.PackSerial = pack.PackSerialKnown || !isKnown ? pack.PackSerial : named.Serial;
                    pack.PackSerialKnown |= isKnown;
                    pack.Watched = false;
                    pack.Write(frame);
                    return true;
                }

                if (status.Read(frame) != DecodeResult.Ok)
                {
                    return true;
                }

                if (status.PackSerialKnown && status.ChargeKnown)
                {
                    known[status.Bay] = (status.PackSerial, status.ChargePermille);
                }
                else if (known.TryGetValue(status.Bay, out (uint Serial, int Permille) was))
                {
                    (status.PackSerialKnown, status.PackSerial) = (true, was.Serial);
                    (status.ChargeKnown, status.ChargePermille) = (true, was.Permille);
                    status.Write(frame);
                }

                return true;
            });
        }
    });

    public static void Connected(LaneInputs seen) => (seen.ConnectorMated, seen.ConnectorParted) = (true, false);

    public static void Connected(CanFrame frame)
    {
        if (frame.Id == LockFrame.Id)
        {
            LockFrame.Connector.WriteRaw(frame.Data, LockFrame.Connected);
            LockFrame.DischargeCircuit.WriteRaw(frame.Data, LockFrame.Connected);
            LockFrame.ChargeCircuit.WriteRaw(frame.Data, LockFrame.Connected);
        }
    }

    private static Breaking SeesDone(Drive drive, Action<LaneInputs, int> shown, Action<CanFrame, int> said) =>
        Of((_, ports) =>
        {
            if (ports is LanePorts lane)
            {
                int passes = -1;
                lane.Lane = new BrokenLane(lane.Lane)
                {
                    Given = given =>
                    {
                        passes += passes >= 0 || (given & drive) != 0 ? 1 : 0;
                        return given;
                    },
                    Shown = into =>
                    {
                        if (passes >= 0)
                        {
                            shown(into, passes * BrokenLane.PassMs);
                        }
                    },
                };
                lane.PackBus = new BrokenBus(lane.PackBus, frame =>
                {
                    if (passes >= 0)
                    {
                        said(frame, passes * BrokenLane.PassMs);
                    }

                    return true;
                });
            }
        });
}
