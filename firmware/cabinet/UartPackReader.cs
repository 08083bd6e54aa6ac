using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>Reads a pack from its BMS on a UART, of whatever make.</summary>
    public sealed class UartPackReader
    {
        private readonly UartValue[] _from = new UartValue[]
        {
            UartValue.VoltageMv, UartValue.CurrentMa, UartValue.ChargePermille, UartValue.CapacityMah, UartValue.Cycles,
            UartValue.MaxCellMv, UartValue.MinCellMv, UartValue.MaxTemperatureC, UartValue.MinTemperatureC,
        };

        private readonly PackValue[] _to = new PackValue[]
        {
            PackValue.VoltageMv, PackValue.CurrentMa, PackValue.ChargePermille, PackValue.CapacityMah, PackValue.Cycles,
            PackValue.MaxCellMv, PackValue.MinCellMv, PackValue.MaxTemperatureC, PackValue.MinTemperatureC,
        };

        public void Read(UartReading from, PackReading into)
        {
            into.Clear();
            for (int i = 0; i < _from.Length; i++)
            {
                into.Set(_to[i], from.Value(_from[i]), from.QualityOf(_from[i]));
            }
        }
    }
}
