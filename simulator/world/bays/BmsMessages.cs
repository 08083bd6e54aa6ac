using System.Text;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>What a pack's BMS writes into the messages of a charging session, as the pack is at that moment.</summary>
internal static class BmsMessages
{
    /// <summary>Below this an LFP cell is damaged; makers say 2.5 V.</summary>
    private const double LeastCellV = 2.5;

    /// <summary>Least insulation against the voltage (GB 18384).</summary>
    private const int LeastOhmPerVolt = 100;

    public static int LimitMv(Pack pack) => (int)(pack.Parameters.Cells * pack.Parameters.CellLimitV * 1000);

    public static void Identity(byte[] data, Pack pack)
    {
        Brm.Version.WriteRaw(data, Chm.Version11);
        Brm.Chemistry.Write(data, pack.Parameters.Chemistry);
        Brm.CapacityMah.Write(data, (int)(pack.Parameters.CapacityAh * 1000));
        Brm.RatedMv.Write(data, (int)(pack.Parameters.Cells * pack.Parameters.RatedCellV * 1000));
        Encoding.ASCII.GetBytes(pack.Identity.Code, 0, 3, data, Brm.MakerOffset);
        data[Brm.MakerOffset + 3] = (byte)' ';
        Brm.PackSerial.WriteRaw(data, pack.Identity.Serial);
        Brm.Year.Write(data, 2025);
        Brm.Month.Write(data, 3);
        Brm.Day.Write(data, 12);
        Brm.Cycles.Write(data, pack.Cycles);
        Brm.Ownership.Write(data, 0);
        Brm.SoftwareVersion.WriteRaw(data, 0xFFFF0102);
    }

    public static void Parameters(byte[] data, Pack pack)
    {
        Bcp.MaxCellMv.Write(data, (int)(pack.Parameters.CellLimitV * 1000));
        Bcp.MaxCurrentMa.Write(data, (int)(-pack.MostA * 1000));
        Bcp.EnergyWh.Write(data, (int)(pack.Parameters.Cells * pack.Parameters.RatedCellV * pack.CapacityAh));
        Bcp.MaxVoltageMv.Write(data, LimitMv(pack));
        Bcp.MaxTemperatureC.Write(data, (int)pack.Parameters.TemperatureLimitC);
        Bcp.ChargePermille.Write(data, (int)(pack.Soc * 1000));
        Bcp.VoltageMv.Write(data, (int)(pack.VoltageV * 1000));
    }

    public static void Status(byte[] data, Pack pack)
    {
        double leftAh = Math.Max(pack.Parameters.FullSoc - pack.Soc, 0) * pack.CapacityAh;
        double minutes = pack.CurrentA > 1 ? leftAh / pack.CurrentA * 60 : 600;
        Bcs.VoltageMv.Write(data, (int)(pack.VoltageV * 1000));
        Bcs.CurrentMa.Write(data, (int)(-pack.CurrentA * 1000));
        Bcs.MaxCellMv.Write(data, (int)(pack.HighestCellV * 1000));
        Bcs.MaxCellGroup.Write(data, 3);
        Bcs.ChargePermille.Write(data, (int)(pack.Soc * 100) * 10);
        Bcs.RemainingMinutes.Write(data, (int)Math.Min(minutes, 600));
    }

    public static void State(byte[] data, Pack pack)
    {
        data[5] = 0;
        data[6] = 0xC0;
        Bsm.MaxCellNumber.Write(data, 67);
        Bsm.MaxTemperatureC.Write(data, (int)Math.Round(pack.HighestTemperatureC));
        Bsm.MaxTemperatureProbe.Write(data, 12);
        Bsm.MinTemperatureC.Write(data, (int)Math.Round(pack.LowestTemperatureC));
        Bsm.MinTemperatureProbe.Write(data, 1);
        bool low = pack.LowestCellV < LeastCellV;
        bool hot = pack.HighestTemperatureC > pack.Parameters.TemperatureLimitC;
        bool leaks = pack.InsulationKohm * 1_000.0 < LeastOhmPerVolt * pack.VoltageV;
        Bsm.CellVoltage.Write(data, low ? Bsm.Low : Bsm.Normal);
        Bsm.OverTemperature.Write(data, hot ? Bsm.Abnormal : Bsm.Normal);
        Bsm.Insulation.Write(data, leaks ? Bsm.Abnormal : Bsm.Normal);
        Bsm.Permission.Write(data, pack.ChargeLimitA > 0 || pack.Heats ? Bsm.Allowed : Bsm.Forbidden);
    }

    public static void Timeout(byte[] data)
    {
        Bem.CrmNotRecognised.WriteRaw(data, 0);
        Bem.CrmRecognised.WriteRaw(data, 0);
        Bem.CtsOrCml.WriteRaw(data, 0);
        Bem.Cro.WriteRaw(data, 0);
        Bem.Ccs.Write(data, 1);
        Bem.Cst.WriteRaw(data, 0);
        Bem.Csd.WriteRaw(data, 0);
    }
}
