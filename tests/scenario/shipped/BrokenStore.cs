using SwapEdge.Firmware;

namespace SwapEdge.Tests.Stories;

/// <summary>Says that it keeps what it does not keep.</summary>
internal sealed class BrokenStore(IStore live, string file) : IStore
{
    public StoreResult Append(string name, byte[] data, int offset, int length) =>
        name.StartsWith(file, StringComparison.Ordinal) ? StoreResult.Ok : live.Append(name, data, offset, length);

    public int Length(string name) => live.Length(name);

    public int Read(string name, int position, byte[] into, int offset, int count) =>
        live.Read(name, position, into, offset, count);

    public bool Delete(string name) => live.Delete(name);

    public string[] List() => live.List();
}
