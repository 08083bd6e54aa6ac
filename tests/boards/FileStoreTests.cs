using SwapEdge.Boards;
using SwapEdge.Firmware;
using SwapEdge.Tests.Firmware;
using SwapEdge.Tests.Mqtt;

namespace SwapEdge.Tests.Boards;

/// <summary>The device's store over a folder of the desk: the members that it uses are the same there.</summary>
public sealed class FileStoreTests : IDisposable
{
    private const int Block = 4096;

    private readonly TemporaryFolder _folder = new();

    private string Root => _folder.PathOf("") + Path.DirectorySeparatorChar;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_appended_is_there_after_a_restart()
    {
        FileStore store = Open();
        Assert.Equal(StoreResult.Ok, store.Append("ev-1", [1, 2, 3, 4], 1, 2));
        Assert.Equal(StoreResult.Ok, store.Append("ev-1", [5], 0, 1));

        Assert.Equal([2, 3, 5], Read(Open(), "ev-1"));
        Assert.Equal(["ev-1"], Open().List());
        Assert.Equal([2, 3, 5], File.ReadAllBytes(_folder.PathOf("ev-1")));
    }

    [Fact]
    public void A_file_that_is_read_again_and_again_shows_what_was_appended_since()
    {
        FileStore store = Open();
        store.Append("a", [1], 0, 1);
        Assert.Equal([1], Read(store, "a"));
        store.Append("a", [2], 0, 1);
        Assert.Equal([1, 2], Read(store, "a"));
        store.Append("b", [9], 0, 1);
        Assert.Equal([9], Read(store, "b"));
        Assert.True(store.Delete("a"));
        Assert.Equal([9], Read(store, "b"));
        Assert.Equal(-1, store.Length("a"));
        Assert.False(store.Delete("a"));
        Assert.Equal(0, store.Read("a", 0, new byte[1], 0, 1));
        Assert.Equal(0, store.Faults);
    }

    [Fact]
    public void A_read_stops_at_the_end_and_nothing_is_there_before_the_beginning()
    {
        FileStore store = Open();
        store.Append("a", [1, 2, 3], 0, 3);
        byte[] into = new byte[8];

        Assert.Equal(2, store.Read("a", 1, into, 4, 4));
        Assert.Equal([0, 0, 0, 0, 2, 3, 0, 0], into);
        Assert.Equal(0, store.Read("a", 3, into, 0, 8));
        Assert.Equal(0, store.Read("a", -1, into, 0, 8));
    }

    [Fact]
    public void Room_is_counted_in_whole_blocks_and_what_does_not_fit_is_not_begun()
    {
        FileStore store = Open();
        Assert.Equal(8 * Block, store.RoomBytes);
        store.Append("a", new byte[1], 0, 1);
        Assert.Equal(7 * Block, store.RoomBytes);
        Assert.Equal(StoreResult.Ok, store.Append("a", new byte[Block - 1], 0, Block - 1));
        Assert.Equal(7 * Block, store.RoomBytes);

        Assert.Equal(StoreResult.Full, store.Append("a", new byte[8 * Block], 0, (7 * Block) + 1));
        Assert.Equal(StoreResult.Ok, store.Append("a", new byte[8 * Block], 0, 7 * Block));
        Assert.Equal(StoreResult.Full, store.Append("b", [1], 0, 1));
        Assert.False(File.Exists(_folder.PathOf("b")));
        Assert.Equal(0, store.RoomBytes);
        Assert.Equal(0, Open().RoomBytes);
        Assert.True(store.Delete("a"));
        Assert.Equal(8 * Block, store.RoomBytes);
    }

    [Fact]
    public void There_are_not_more_files_than_its_table_takes()
    {
        FileStore store = Open();
        for (int i = 0; i < 6; i++)
        {
            Assert.Equal(StoreResult.Ok, store.Append($"f{i}", [1], 0, 1));
        }

        Assert.Equal(StoreResult.Full, store.Append("f6", [1], 0, 1));
        Assert.Equal(StoreResult.Ok, store.Append("f5", [1], 0, 1));
        _folder.Write("f6", "by a stranger");
        Assert.False(new FileStore(Root, 8 * Block, Block, 6).Open());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../a")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("I:")]
    [InlineData("Ev-1")]
    [InlineData("-a")]
    [InlineData("a name longer than others")]
    [InlineData("abcdefghijklmnopqrstuvwxy")]
    public void A_name_that_could_mean_something_else_is_refused(string name)
    {
        FileStore store = Open();
        Assert.Equal(StoreResult.Failed, store.Append(name, [1], 0, 1));
        Assert.Equal(-1, store.Length(name));
        Assert.Equal(0, store.Read(name, 0, new byte[1], 0, 1));
        Assert.False(store.Delete(name));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Root));
    }

    [Fact]
    public void Files_that_are_none_of_its_own_stay_unseen()
    {
        _folder.Write("NETWORK.CFG", "x");
        Assert.Empty(Open().List());
    }

    [Fact]
    public void A_medium_that_is_not_there_fails_every_call_and_throws_nothing()
    {
        FileStore store = new(_folder.PathOf("no card") + Path.DirectorySeparatorChar, 8 * Block, Block, 6);
        Assert.False(store.Open());
        Assert.Equal(StoreResult.Failed, store.Append("a", [1], 0, 1));
        Assert.Empty(store.List());
        Assert.False(store.Delete("a"));
        Assert.InRange(store.Faults, 2, 3);
    }

    [Fact]
    public void A_card_that_is_pulled_out_fails_reads_and_appends_and_serves_again_once_it_is_back()
    {
        FileStore store = Open();
        store.Append("a", [1, 2], 0, 2);
        string elsewhere = _folder.PathOf("") + "-away";
        Directory.Move(_folder.PathOf(""), elsewhere);

        Assert.Equal(0, store.Read("a", 0, new byte[2], 0, 2));
        Assert.Equal(StoreResult.Failed, store.Append("a", [3], 0, 1));
        Assert.False(store.Open());
        Directory.Move(elsewhere, _folder.PathOf(""));

        Assert.True(store.Open());
        Assert.Equal([1, 2], Read(store, "a"));
        Assert.Equal(StoreResult.Ok, store.Append("a", [3], 0, 1));
        Assert.Equal([1, 2, 3], Read(store, "a"));
    }

    [Fact]
    public void A_swap_of_a_whole_node_reads_back_from_files_byte_for_byte()
    {
        LaneRig rig = new();
        FileStore files = new(Root, 1 << 22, Block, 64);
        Assert.True(files.Open());
        Assert.All(rig.Store.Files, file => files.Append(file.Key, [.. file.Value], 0, file.Value.Count));
        rig.Store.Mirror = files;
        rig.DriveTo(Phase.Releasing);

        Assert.InRange(rig.Store.Appends, 10, int.MaxValue);
        FileStore again = new(Root, 1 << 22, Block, 64);
        Assert.True(again.Open());
        Assert.Equal(rig.Store.Files.Keys.Order(), again.List().Order());
        Assert.All(rig.Store.Files, file => Assert.Equal([.. file.Value], Read(again, file.Key)));
    }

    private FileStore Open()
    {
        FileStore store = new(Root, 8 * Block, Block, 6);
        Assert.True(store.Open());
        return store;
    }

    private static byte[] Read(FileStore store, string name)
    {
        byte[] into = new byte[store.Length(name)];
        Assert.Equal(into.Length, store.Read(name, 0, into, 0, into.Length));
        return into;
    }
}
