using System.Text;

namespace SwapEdge.Simulator;

/// <summary>
/// Lines of a file of any size, in memory of a fixed size. A line longer than the limit comes cut; NUL bytes mark what
/// is no text.
/// </summary>
public sealed class BoundedLines(Stream stream) : IDisposable
{
    public const int Limit = 512;

    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly byte[] _line = new byte[Limit];
    private int _at;
    private int _end;

    /// <summary>Number of the line last read, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The line last read was longer than the limit.</summary>
    public bool Cut { get; private set; }

    /// <summary>A NUL byte was met: this is no text file.</summary>
    public bool Binary { get; private set; }

    /// <summary>Next line without its end, or null after the last.</summary>
    public string? Next()
    {
        int length = 0;
        bool any = false;
        Cut = false;
        while (_at < _end || Fill())
        {
            byte value = _buffer[_at++];
            any = true;
            Binary |= value == 0;
            if (value == (byte)'\n')
            {
                break;
            }

            if (length == Limit)
            {
                Cut = true;
            }
            else
            {
                _line[length++] = value;
            }
        }

        if (!any)
        {
            return null;
        }

        Number++;
        return Encoding.Latin1.GetString(_line, 0, length).TrimEnd('\r');
    }

    public void Dispose() => stream.Dispose();

    private bool Fill()
    {
        _at = 0;
        _end = stream.Read(_buffer, 0, _buffer.Length);
        return _end > 0;
    }
}
