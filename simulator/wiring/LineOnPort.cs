namespace SwapEdge.Simulator;

/// <summary>The RS485 line of a cabinet at a serial port of its board.</summary>
internal sealed class LineOnPort : IOnBench
{
    private readonly SerialWire _serial;
    private readonly CabinetLine _line;
    private readonly byte[] _bytes = new byte[64];
    private readonly byte[] _sent = new byte[256];

    public LineOnPort(SerialWire serial, CabinetLine line)
    {
        (_serial, _line) = (serial, line);
        _serial.Sent = Send;
    }

    /// <summary>What comes finds a closed port.</summary>
    public bool HasPower { get; set; } = true;

    public void Advance(int milliseconds)
    {
        int count = _line.Read(_bytes, 0, _bytes.Length);
        _serial.Arrive(_bytes.AsSpan(0, count));
    }

    /// <summary>At another bit rate than its own, or with both drivers on, the line carries nothing that can be read.
    /// </summary>
    private void Send(ReadOnlySpan<byte> bytes)
    {
        if (_serial is { BaudRate: CabinetLine.BaudRate, HalfDuplex: true })
        {
            bytes.CopyTo(_sent);
            _line.Write(_sent, 0, bytes.Length);
        }
    }
}
