using SwapEdge.Simulator;

namespace System.Device.Spi;

/// <summary>A chip select of the bench in use. Transfers are done when the call returns.</summary>
public class SpiDevice
{
    private readonly Bench _bench;
    private readonly SpiUse _use;

    internal SpiDevice(Bench bench, SpiUse use)
    {
        (_bench, _use) = (bench, use);
    }

    public static SpiDevice Create(SpiConnectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Bench bench = Bench.InUse;
        SpiUse use = bench.OpenSpi(
            settings.BusId, settings.ChipSelectLine, (int)settings.Mode, settings.ClockFrequency);
        return new SpiDevice(bench, use);
    }

    public void WriteByte(byte value)
    {
        Span<byte> one = [value];
        Transfer(one);
    }

    public void Write(SpanByte buffer)
    {
        Span<byte> bytes = stackalloc byte[buffer.Length];
        Fill(bytes, buffer);
        Transfer(bytes);
    }

    /// <summary>As on the device, as many bytes as the longer of the two.</summary>
    public void TransferFullDuplex(SpanByte writeBuffer, SpanByte readBuffer)
    {
        Span<byte> bytes = stackalloc byte[Math.Max(writeBuffer.Length, readBuffer.Length)];
        Fill(bytes, writeBuffer);
        Transfer(bytes);
        for (int i = 0; i < readBuffer.Length; i++)
        {
            readBuffer[i] = bytes[i];
        }
    }

    private void Transfer(Span<byte> bytes)
    {
        lock (_bench.Interpreter)
        {
            lock (_bench.Gate)
            {
                _use.Wire.Transfer(bytes, _use.Mode, _use.ClockHz);
            }
        }
    }

    private static void Fill(Span<byte> bytes, SpanByte from)
    {
        bytes.Clear();
        for (int i = 0; i < from.Length; i++)
        {
            bytes[i] = from[i];
        }
    }
}
