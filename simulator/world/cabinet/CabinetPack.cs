using System.Text;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A two-wheeler pack with its JBD BMS, which answers questions on a serial line.</summary>
/// <param name="pack">Cells, charge and heat.</param>
/// <param name="name">What the BMS calls itself: the pack's code, unless it is of another fleet.</param>
public sealed class CabinetPack(Pack pack, string name)
{
    /// <summary>Without a question for so long the BMS goes to sleep, and misses the next one.</summary>
    private const int SleepsAfterMs = 30_000;

    private const double HotC = 60;

    private readonly byte[] _data = new byte[255];
    private long _askedMs = -SleepsAfterMs;

    public Pack Pack { get; } = pack;

    /// <summary>May be overwritten: somebody has changed its BMS.</summary>
    public string Name { get; set; } = name;

    /// <summary>Its BMS has power.</summary>
    public bool Talks { get; set; } = true;

    /// <summary>Writes the answer to a register's question into a buffer; 0 when none comes.</summary>
    public int Answer(int register, long nowMs, byte[] into)
    {
        bool asleep = nowMs - _askedMs >= SleepsAfterMs;
        _askedMs = nowMs;
        if (asleep || !Talks)
        {
            return 0;
        }

        Array.Clear(_data);
        int length = register switch
        {
            Jbd.BasicRegister => Basic(),
            Jbd.CellRegister => Cells(),
            Jbd.NameRegister => Encoding.ASCII.GetBytes(Name, _data),
            _ => 0,
        };
        return Jbd.WriteAnswer(register, length == 0 ? Jbd.StatusError : Jbd.StatusOk, _data, length, into, 0);
    }

    private int Basic()
    {
        JbdBasic.VoltageMv.Write(_data, (int)(Pack.VoltageV * 1000));
        JbdBasic.ChargeCurrentMa.Write(_data, (int)(Pack.CurrentA * 1000));
        JbdBasic.RemainingMah.Write(_data, (int)(Pack.Soc * Pack.CapacityAh * 1000));
        JbdBasic.CapacityMah.Write(_data, (int)(Pack.Parameters.CapacityAh * 1000));
        JbdBasic.Cycles.Write(_data, Pack.Cycles);
        JbdBasic.MadeYear.Write(_data, 2025);
        JbdBasic.MadeMonth.Write(_data, 3);
        JbdBasic.MadeDay.Write(_data, 12);
        JbdBasic.Protection.WriteRaw(_data, Pack.HighestTemperatureC > HotC ? 1u << 4 : 0);
        JbdBasic.Version.WriteRaw(_data, 0x20);
        JbdBasic.ChargePermille.Write(_data, (int)(Pack.Soc * 100) * 10);
        JbdBasic.Switches.WriteRaw(_data, 3);
        JbdBasic.CellCount.Write(_data, Pack.Parameters.Cells);
        JbdBasic.ProbeCount.Write(_data, 2);
        Number(JbdBasic.ProbeOffset, JbdBasic.ProbeZero + (int)(Pack.HighestTemperatureC * 10));
        Number(JbdBasic.ProbeOffset + 2, JbdBasic.ProbeZero + (int)(Pack.LowestTemperatureC * 10));
        return JbdBasic.MinLength + 4;
    }

    private int Cells()
    {
        int cells = Pack.Parameters.Cells;
        for (int i = 0; i < cells; i++)
        {
            double share = (double)i / (cells - 1);
            double cellV = Pack.LowestCellV + (share * (Pack.HighestCellV - Pack.LowestCellV));
            Number(2 * i, (int)(cellV * 1000));
        }

        return 2 * cells;
    }

    private void Number(int at, int value)
    {
        _data[at] = (byte)(value >> 8);
        _data[at + 1] = (byte)value;
    }
}
