using SwapEdge.Simulator;

namespace System.IO.Ports;

/// <summary>A serial port of the bench in use. What is set takes effect when it is opened.</summary>
public sealed class SerialPort
{
    private readonly Bench _bench = Bench.InUse;
    private readonly SerialWire _wire;
    private readonly int _baudRate;

    public SerialPort(
        string portName,
        int baudRate = 9600,
        Parity parity = Parity.None,
        int dataBits = 8,
        StopBits stopBits = StopBits.One)
    {
        PortName = portName;
        _baudRate = baudRate;
        _wire = _bench.Serial(portName);
        Character = (parity, dataBits, stopBits);
    }

    public string PortName { get; }

    public (Parity Parity, int DataBits, StopBits StopBits) Character { get; }

    public SerialMode Mode { get; set; }

    public int ReadBufferSize { get; set; } = 256;

    public bool IsOpen { get; private set; }

    public int BytesToRead
    {
        get
        {
            lock (_bench.Interpreter)
            {
                lock (_bench.Gate)
                {
                    return _wire.Waiting;
                }
            }
        }
    }

    public void Open()
    {
        IsOpen = true;
        lock (_bench.Gate)
        {
            _wire.Open(_baudRate, ReadBufferSize, Mode == SerialMode.RS485);
        }
    }

    public void Close()
    {
        IsOpen = false;
        lock (_bench.Gate)
        {
            _wire.Close();
        }
    }

    /// <summary>On the device it waits for all of them, without a limit by default: here that is refused.</summary>
    public int Read(byte[] buffer, int offset, int count)
    {
        if (!IsOpen || count > _wire.Waiting)
        {
            throw new InvalidOperationException("Would wait for ever: read no more than BytesToRead.");
        }

        lock (_bench.Gate)
        {
            return _wire.Take(buffer.AsSpan(offset, count));
        }
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        if (!IsOpen)
        {
            throw new InvalidOperationException("The port is closed.");
        }

        lock (_bench.Interpreter)
        {
            lock (_bench.Gate)
            {
                _wire.Sent?.Invoke(buffer.AsSpan(offset, count));
            }
        }
    }
}
