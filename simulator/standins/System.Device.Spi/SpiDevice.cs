using SwapEdge.Simulator;

namespace System.Device.Spi;

/// <summary>A chip select of the bench in use. Transfers are done when the call returns.</summary>
public class SpiDevice
{
    private readonly SpiWire _wire;

    internal SpiDevice(SpiWire wire)
    {
        _wire = wire;
    }

    public static SpiDevice Create(SpiConnectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new SpiDevice(Bench.InUse.Spi(settings.BusId, settings.ChipSelectLine));
    }

    public void WriteByte(byte value)
    {
        Span<byte> one = [value];
        _wire.Transfer(one);
    }

    public void Write(SpanByte buffer)
    {
        Span<byte> bytes = stackalloc byte[buffer.Length];
        Fill(bytes, buffer);
        _wire.Transfer(bytes);
    }

    /// <summary>As on the device, as many bytes as the longer of the two.</summary>
    public void TransferFullDuplex(SpanByte writeBuffer, SpanByte readBuffer)
    {
        Span<byte> bytes = stackalloc byte[Math.Max(writeBuffer.Length, readBuffer.Length)];
        Fill(bytes, writeBuffer);
        _wire.Transfer(bytes);
        for (int i = 0; i < readBuffer.Length; i++)
        {
            readBuffer[i] = bytes[i];
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
