using System.Text;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// A store with a tape before it. Reads are answered from the mirror; only an answer of the real store that is
/// another is on the tape.
/// </summary>
internal sealed class TapedStore(PortTape tape, IStore? live, StoreMirror mirror) : IStore
{
    /// <summary>The answer to an append in which power failed.</summary>
    public const byte Cut = 255;

    private readonly int _appended = tape.Channel("store.Append");
    private readonly int _deleted = tape.Channel("store.Delete");
    private readonly int _answered = tape.Channel("store.Answer");

    public StoreResult Append(string name, byte[] data, int offset, int length)
    {
        ReadOnlySpan<byte> bytes = data.AsSpan(offset, length);
        byte[] given = new RecordBytes().Text(name).Raw(bytes).ToArray();
        byte[] answer = tape.Give(_appended, given, LiveAppend(name, data, offset, length));
        if (answer is [(byte)StoreResult.Ok])
        {
            mirror.Append(name, bytes);
        }
        else if (answer.Length > 1)
        {
            mirror.Set(name, answer.AsSpan(2));
        }

        return answer is [Cut, ..] ? throw new PowerCutException() : (StoreResult)answer[0];
    }

    public int Length(string name)
    {
        int known = mirror.Length(name);
        int now = live?.Length(name) ?? known;
        byte[]? answer = tape.Next(_answered, now == known ? null : new RecordBytes().Signed(now).ToArray());
        return answer is null ? known : (int)new RecordCursor(answer).Signed();
    }

    public int Read(string name, int position, byte[] into, int offset, int count)
    {
        ReadOnlySpan<byte> known = mirror.Read(name, position, count);
        byte[]? other = null;
        if (live is not null)
        {
            int read = live.Read(name, position, into, offset, count);
            ReadOnlySpan<byte> now = into.AsSpan(offset, read);
            other = now.SequenceEqual(known) ? null : now.ToArray();
        }

        ReadOnlySpan<byte> answer = tape.Next(_answered, other) is { } told ? told : known;
        answer = answer[..Math.Min(answer.Length, count)];
        answer.CopyTo(into.AsSpan(offset));
        return answer.Length;
    }

    public bool Delete(string name)
    {
        byte[] answer = live is null ? [] : [(byte)(live.Delete(name) ? 1 : 0)];
        bool deleted = tape.Give(_deleted, new RecordBytes().Text(name).Written, answer) is [1];
        if (deleted)
        {
            mirror.Remove(name);
        }

        return deleted;
    }

    public string[] List()
    {
        string[] known = mirror.Names;
        string[] now = live?.List() ?? known;
        byte[]? other = now.SequenceEqual(known) ? null : Encoding.ASCII.GetBytes(string.Join('\n', now));
        return tape.Next(_answered, other) is not { } told ? known
            : told.Length == 0 ? [] : Encoding.ASCII.GetString(told).Split('\n');
    }

    /// <summary>What the store said; behind it, when it did not say Ok, a 1 and the whole file if it has changed.
    /// </summary>
    private byte[] LiveAppend(string name, byte[] data, int offset, int length)
    {
        if (live is null)
        {
            return [];
        }

        byte result;
        try
        {
            result = (byte)live.Append(name, data, offset, length);
        }
        catch (PowerCutException)
        {
            result = Cut;
        }

        byte[]? torn = result == (byte)StoreResult.Ok ? null : mirror.Torn(live, name);
        return torn is null ? [result] : [result, 1, .. torn];
    }
}
