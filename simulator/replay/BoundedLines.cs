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
    private readonly Queue<(string Text, bool Cut)> _ahead = new();
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
        if (_ahead.TryDequeue(out (string Text, bool Cut) kept))
        {
            Number++;
            Cut = kept.Cut;
            return kept.Text;
        }

        string? text = Read(out bool cut);
        Number += text is null ? 0 : 1;
        Cut = cut;
        return text;
    }

    /// <summary>The line after those looked at so far; it is kept, and <see cref="Next"/> still returns it.</summary>
    public string? LookAhead()
    {
        string? text = Read(out bool cut);
        if (text is not null)
        {
            _ahead.Enqueue((text, cut));
        }

        return text;
    }

    public void Dispose() => stream.Dispose();

    private string? Read(out bool cut)
    {
        int length = 0;
        bool any = false;
        cut = false;
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
                cut = true;
            }
            else
            {
                _line[length++] = value;
            }
        }

        return !any ? null : Encoding.Latin1.GetString(_line, 0, length).TrimEnd('\r');
    }

    private bool Fill()
    {
        _at = 0;
        _end = stream.Read(_buffer, 0, _buffer.Length);
        return _end > 0;
    }
}
