using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Stories;

/// <summary>Days as they are, packs, weather and energy.</summary>
public sealed class OrdinaryStoryTests : StoryTests
{
    private protected override IReadOnlyList<BrokenClaim> Claims => Rows;

    internal static IReadOnlyList<BrokenClaim> Rows { get; } =
    [
        new("truck", "it never fetches", Break.NeverDrives(Drive.Fetch), "fetch timeout"),
        new("truck-3", "it never opens a lock",
            Break.NeverDrives(Drive.Unlock), "{ event: battery-in, exactly: 3 } … none of"),
        new("tractor", "it never grips", Break.NeverDrives(Drive.Grip), "the phase was 'held', grip timeout"),
        new("loader", "it does not read the tag", Break.Blind(seen => seen.TagLength = 0),
            "{ phase: held } … 'held', identity unknown"),
        new("car", "events are not sent", Break.Mute("/event"),
            "number 1 of them, { event: battery-in }: nothing has come"),
        new("cabinet", "events are not sent", Break.Mute("/event"),
            "number 1 of them, { event: swap-started }: nothing has come"),
        new("two-lanes-one-bay", "one lane takes every bay for its own",
            Break.DeafLink(HeldBySecond).At("lane-2"), "drive: motion"),
        new("queue", "it takes the emptiest pack for the fullest", Break.DeafLink(Full), "charge-below"),
        new("truck-day", "it goes on with the hoist", Break.KeepsDriving(Drive.Withdraw), "the vehicle was released"),
        new("truck-day", "it does not hear how much was charged",
            Until(Break.Deaf(frame => J1939.Pgn(frame.Id) != Csd.Pgn), 4), "kWh, and the city had been told of 0"),
        new("car-day", "it takes every car for prepared", Break.Blind(Prepared), "and not prepared"),
        new("cabinet-day", "it charges behind empty doors", Break.ChargesAnything(), "was permitted; no pack was at"),
        new("cabinet-day", "it does not see the selector",
            Until(Break.BlindCabinet(at => at.MaintenanceSelected = false, null), 7), "number 2 of them"),
        new("runaway", "it goes on charging", Break.KeepsCharging(), "{ permit: on, bay: 3 } … was permitted"),
        new("runaway", "the lane does not hear of the smoke", Break.DeafLink(Clear), "fault: bay-smoke … 'stowing'"),
        new("runaway-on-vehicle", "the hoist goes on", Break.KeepsDriving(Drive.Grip),
            "the phase was 'stopped', runaway detected"),
        new("unknown-pack", "it takes every code", Break.Profile(profile => profile.PermittedPacks = []),
            "requested was hold vehicle, grip"),
        new("salt-air", "it takes what is only just safe",
            Break.Profile(profile => profile.InsulationOhmPerVolt = 100),
            "never { event: battery-in, bay: 1 } … 'battery in'"),
        new("salt-air", "it charges what is isolated", Break.KeepsCharging(),
            "{ permit: on, bay: 4 } … was permitted"),
        new("cell-spread", "events are not sent", Break.Mute("/event"), "cell-voltage-low }: nothing has come"),
        new("cell-spread", "the BMS is not believed", Break.Deaf(Even), "warning: cell-voltage-low … no warning stood"),
        new("hot-pack-isolated", "it charges in the isolation bay", Break.KeepsCharging(),
            "{ permit: on, bay: 4 } … was permitted"),
        new("hot-pack-isolated", "it does not ask how hot it is",
            Break.Profile(profile => profile.TemperatureLimitC = 90), "{ phase: held } … 'held', store bay alarm"),
        new("january-night", "it tries once", Break.NoRetry(Phase.Unlocking),
            "{ event: swap-step, phase: lifting } … unlock timeout"),
        new("july-noon", "it takes 40 °C for hot", Break.Profile(profile => profile.TemperatureLimitC = 40),
            "choosing, no bay, cell hot"),
        new("dusty-position-sensor", "it believes that the truck stands",
            Break.Blind(seen => seen.VehicleInPosition = true), "fault: vehicle-unprepared … 'stowing'"),
        new("power-limit", "it charges as it likes", Break.KeepsCharging(),
            "bay 1 was permitted; charging at bay 2 was permitted"),
    ];

    /// <summary>No bay has smoke.</summary>
    private static bool Clear(CanFrame frame)
    {
        BayStatusFrame status = new();
        if (status.Read(frame) == DecodeResult.Ok && status.Smoke)
        {
            status.Smoke = false;
            status.Write(frame);
        }

        return true;
    }

    /// <summary>No cell is beside the others.</summary>
    private static bool Even(CanFrame frame)
    {
        if (J1939.Pgn(frame.Id) == Bsm.Pgn)
        {
            Bsm.CellVoltage.WriteRaw(frame.Data, Bsm.Normal);
        }

        return true;
    }

    /// <summary>What is wrong by then need not be waited for all day.</summary>
    private static Breaking Until(Breaking breaking, int hours) => breaking with
    {
        Old = "until: { time: 24 h }",
        New = $"until: {{ time: {hours} h }}",
    };

    private static void Prepared(LaneInputs seen) => seen.HandbrakeOn = seen.GearNeutral = true;

    private static bool HeldBySecond(CanFrame frame)
    {
        bool status = J1939.Pgn(frame.Id) == BayStatusFrame.Pgn;
        if (status && BayStatusFrame.ReservedBySignal.Raw(frame.Data) != 0)
        {
            BayStatusFrame.ReservedBySignal.WriteRaw(frame.Data, 2);
        }
        else if (J1939.Pgn(frame.Id) == BayGrantFrame.Pgn)
        {
            BayGrantFrame.AnswerSignal.WriteRaw(frame.Data, (uint)BayAnswer.Granted);
        }

        return true;
    }

    /// <summary>A bay whose pack is below the target says 100 %.</summary>
    private static bool Full(CanFrame frame)
    {
        if (J1939.Pgn(frame.Id) == BayStatusFrame.Pgn && BayStatusFrame.ChargePermilleSignal.Read(frame.Data) < 900)
        {
            BayStatusFrame.ChargePermilleSignal.Write(frame.Data, 1000);
        }

        return true;
    }
}
