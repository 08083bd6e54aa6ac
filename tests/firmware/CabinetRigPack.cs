using System.Text;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>A two-wheeler pack with a JBD BMS: 13 cells, one probe.</summary>
public sealed class CabinetRigPack(string code)
{
    private const int Cells = 13;

    private readonly byte[] _data = new byte[64];

    public string Code { get; } = code;

    public int ChargePermille { get; set; } = 800;

    public int TemperatureC { get; set; } = 25;

    /// <summary>Bits of the BMS's own protection word.</summary>
    public uint Protection { get; set; }

    public bool Talks { get; set; } = true;

    /// <summary>Questions that it will not hear because it sleeps.</summary>
    public int Sleeps { get; set; }

    /// <summary>Writes the answer to a question; returns its length.</summary>
    public int Answer(int register, byte[] into)
    {
        Array.Clear(_data);
        int length = register switch
        {
            Jbd.BasicRegister => Basic(),
            Jbd.CellRegister => CellVoltages(),
            _ => Encoding.ASCII.GetBytes(Code, _data),
        };
        return Jbd.WriteAnswer(register, Jbd.StatusOk, _data, length, into, 0);
    }

    private int Basic()
    {
        JbdBasic.VoltageMv.Write(_data, 48_000);
        JbdBasic.CapacityMah.Write(_data, 30_000);
        JbdBasic.Protection.WriteRaw(_data, Protection);
        JbdBasic.ChargePermille.Write(_data, ChargePermille);
        JbdBasic.CellCount.Write(_data, Cells);
        JbdBasic.ProbeCount.Write(_data, 1);
        int tenths = JbdBasic.ProbeZero + (10 * TemperatureC);
        _data[JbdBasic.ProbeOffset] = (byte)(tenths >> 8);
        _data[JbdBasic.ProbeOffset + 1] = (byte)tenths;
        return JbdBasic.MinLength + 2;
    }

    private int CellVoltages()
    {
        for (int i = 0; i < Cells; i++)
        {
            _data[2 * i] = 3690 >> 8;
            _data[(2 * i) + 1] = 3690 & 0xFF;
        }

        return 2 * Cells;
    }
}
