using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Captures;

/// <summary>Sessions of a charger and a BMS in two dialects, and those that end early in order.</summary>
internal static class ChargerCaptures
{
    public static TrafficLog ChargesAndEndsAtTarget() =>
        new ChargerScene(soc: 0.9697).Until(ChargingStage.Ended).Run(500).Log;

    public static TrafficLog StoppedByHandAndChargedAgain()
    {
        ChargerScene scene = new ChargerScene().Until(ChargingStage.Charging).Run(1_500);
        scene.Permitted = false;
        scene.Until(ChargingStage.Ended).Run(1_000);
        scene.Permitted = true;
        return scene.Until(ChargingStage.Charging).Run(1_650).Log;
    }

    /// <summary>The charger's own 50 ms are taken from it; the last CCS goes on every 69 ms.</summary>
    public static TrafficLog CcsEvery69Ms()
    {
        ChargerScene scene = new();
        CanFrame last = new();
        scene.Cable = frame =>
        {
            bool output = J1939.Pgn(frame.Id) == Ccs.Pgn;
            if (output)
            {
                last.CopyFrom(frame);
            }

            return !output;
        };
        scene.Until(ChargingStage.Charging);
        Period period = new(69);
        for (int passedMs = 0; passedMs < 10_150; passedMs += World.StepMs)
        {
            scene.Run(World.StepMs);
            if (last.Length > 0 && period.Due(scene.NowMs))
            {
                scene.SendToPack(last);
            }
        }

        return scene.Log;
    }

    /// <summary>A controller that fills every frame up to 8 bytes.</summary>
    public static TrafficLog EveryFramePadded()
    {
        ChargerScene scene = new()
        {
            Cable = static frame =>
            {
                Array.Fill(frame.Data, (byte)0xFF, frame.Length, 8 - frame.Length);
                frame.Length = 8;
                return true;
            },
        };
        scene.Until(ChargingStage.Charging).Run(3_000);
        scene.Permitted = false;
        return scene.Until(ChargingStage.Ended).Log;
    }

    /// <summary>The lengths of 2011: CCS and CML of 6 bytes, BRM of 41, and its version number.</summary>
    public static TrafficLog LengthsOf2011()
    {
        ChargerScene scene = new();
        scene.Cable = frame =>
        {
            int pgn = J1939.Pgn(frame.Id);
            frame.Length = pgn is Ccs.Pgn or Cml.Pgn ? 6 : frame.Length;
            frame.Data[0] = pgn == Chm.Pgn ? (byte)0 : frame.Data[0];
            return true;
        };
        scene.Until(ChargingStage.Charging).Run(3_150);
        return scene.Log
            .Without(entry => entry.Text.StartsWith("1CEB56F4#07", StringComparison.Ordinal))
            .Change(entry => entry.Text switch
            {
                "1CEC56F4#10310007FF000200" => "1CEC56F4#10290006FF000200",
                "1CECF456#110701FFFF000200" => "1CECF456#110601FFFF000200",
                "1CECF456#13310007FF000200" => "1CECF456#13290006FF000200",
                _ when entry.Text.StartsWith("1CEB56F4#06", StringComparison.Ordinal) => entry.Text[..^2] + "FF",
                _ => entry.Text,
            });
    }

    public static TrafficLog ChargerPausesAndGoesOn()
    {
        ChargerScene scene = new ChargerScene().Until(ChargingStage.Charging).Run(1_500);
        scene.Cable = static frame => Ccs.Pgn != J1939.Pgn(frame.Id) || Ccs.Permission.Write(frame.Data, Ccs.Paused);
        scene.Run(4_000);
        scene.Cable = static _ => true;
        return scene.Run(1_650).Log;
    }

    /// <summary>A pack of −12 °C without a heater takes no current: its BMS forbids and reports nothing else.</summary>
    public static TrafficLog ColdPackPauses() =>
        new ChargerScene(temperatureC: -12, parameters: PackParameters.TruckLfp with { HeaterW = 0 })
            .Until(ChargingStage.Charging).Run(6_150).Log;

    public static TrafficLog ListenerStartsInTheMiddle()
    {
        ChargerScene scene = new ChargerScene().Until(ChargingStage.Charging).Run(5_150);
        return scene.Log.Between(scene.NowMs - 4_520, scene.NowMs);
    }

    public static TrafficLog EmergencyStop()
    {
        ChargerScene scene = new ChargerScene().Until(ChargingStage.Charging).Run(1_500);
        scene.Permitted = false;
        scene.Cable = static frame =>
        {
            if (J1939.Pgn(frame.Id) == Cst.Pgn)
            {
                Cst.Manual.Write(frame.Data, 0);
                Cst.EmergencyStop.Write(frame.Data, 1);
            }

            return true;
        };
        return scene.Until(ChargingStage.Ended).Log;
    }

    public static TrafficLog InsulationAbnormal() => Abnormal(Bsm.Insulation, Bsm.Abnormal, Bst.Insulation);

    public static TrafficLog OverTemperature() => Abnormal(Bsm.OverTemperature, Bsm.Abnormal, Bst.PackHot);

    public static TrafficLog CellVoltageHigh() => Abnormal(Bsm.CellVoltage, Bsm.High, Bst.VoltageAbnormal);

    /// <summary>"Untrusted" keeps what was said before: neither an alarm nor its end.</summary>
    public static TrafficLog UntrustedBits()
    {
        ChargerScene scene = new ChargerScene().Until(ChargingStage.Charging).Run(1_500);
        scene.Cable = static frame => J1939.Pgn(frame.Id) != Bsm.Pgn
            || (Bsm.Insulation.Write(frame.Data, 2) && Bsm.OverTemperature.Write(frame.Data, 2));
        return scene.Run(3_150).Log;
    }

    /// <summary>BSM says it, the permit goes a second later, and BST gives the reason.</summary>
    private static TrafficLog Abnormal(long flag, int value, long reason)
    {
        ChargerScene scene = new ChargerScene(temperatureC: 44).Until(ChargingStage.Charging).Run(1_500);
        scene.Cable = frame =>
        {
            switch (J1939.Pgn(frame.Id))
            {
                case Bsm.Pgn:
                    flag.Write(frame.Data, value);
                    Bsm.Permission.Write(frame.Data, Bsm.Forbidden);
                    break;
                case Bst.Pgn:
                    Bst.ChargerStopped.Write(frame.Data, 0);
                    reason.Write(frame.Data, 1);
                    break;
                default:
                    break;
            }

            return true;
        };
        scene.Run(1_000);
        scene.Permitted = false;
        return scene.Until(ChargingStage.Ended).Log;
    }
}
