using FsCheck;
using FsCheck.Fluent;
using SwapEdge.Boards.Flash;

namespace SwapEdge.Tests.Flash;

public sealed class DeploymentImageTests
{
    private static readonly Version One = new(1, 2, 3, 4);

    [Fact]
    public void The_checksum_is_that_of_the_runtime()
    {
        // CRC-32/CKSUM of "123456789" is 765E7680h; the runtime leaves out its last inversion.
        Assert.Equal(~0x765E7680u, PeChecksum.Of("123456789"u8));
        Assert.Equal(~0x765E7680u, PeChecksum.Of("6789"u8, PeChecksum.Of("12345"u8)));
    }

    [Fact]
    public void Name_version_and_references_are_read_from_the_file()
    {
        PeAssembly read = Read(PeForge.Make("App", One, 8, ("mscorlib", new(1, 17, 11, 0)), ("Lib", new(0, 1, 0, 0))));
        Assert.Equal("App", read.Name);
        Assert.Equal(One, read.Version);
        Assert.Equal(
            [new PeReference("mscorlib", new(1, 17, 11, 0)), new PeReference("Lib", new(0, 1, 0, 0))],
            read.References);
    }

    [Fact]
    public void A_changed_bit_anywhere_is_refused()
    {
        byte[] sound = PeForge.Make("App", One, 40, ("mscorlib", One));
        Gen<int> bit = Gen.Choose(0, (sound.Length * 8) - 1);
        Prop.ForAll(bit.ToArbitrary(), at =>
        {
            byte[] changed = [.. sound];
            changed[at / 8] ^= (byte)(1 << (at % 8));
            return PeAssembly.Read(changed, out string refusal) == null && refusal.Length > 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_file_cut_short_or_with_more_behind_it_is_refused_with_its_length()
    {
        byte[] sound = PeForge.Make("App", One, 40);
        for (int length = 0; length < sound.Length; length++)
        {
            Assert.Null(PeAssembly.Read(sound.AsMemory(0, length), out string refusal));
            Assert.Contains($"{length} bytes", refusal, StringComparison.Ordinal);
        }

        Assert.Null(PeAssembly.Read(sound.Concat(new byte[4]).ToArray(), out _));
    }

    [Fact]
    public void Whatever_the_header_says_with_a_right_checksum_nothing_outside_the_file_is_read()
    {
        byte[] sound = PeForge.Make("App", One, 16, ("mscorlib", One), ("Lib", One));
        Gen<(int At, int Value)> change = Gen.Choose(16, sound.Length - 1).SelectMany(
            at => Gen.Choose(0, 255), (at, value) => (at, value));
        Prop.ForAll(change.ArrayOf().ToArbitrary(), changes =>
        {
            byte[] bytes = [.. sound];
            foreach ((int at, int value) in changes)
            {
                bytes[at] = (byte)value;
            }

            PeAssembly? read = PeAssembly.Read(PeForge.Seal(bytes), out string refusal);
            return (read == null) == (refusal.Length > 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_assembly_for_the_next_runtime_and_a_windows_one_are_told_apart()
    {
        byte[] next = PeForge.Make("App", One, 8);
        next[5] = (byte)'2';
        Assert.Null(PeAssembly.Read(PeForge.Seal(next), out string refusal));
        Assert.Contains("version 2", refusal, StringComparison.Ordinal);
        Assert.Null(PeAssembly.Read(File.ReadAllBytes(typeof(PeAssembly).Assembly.Location), out refusal));
        Assert.Equal("no nanoFramework assembly", refusal);
    }

    /// <summary>Assemblies of any sizes that need any of those before them, given in any order.</summary>
    [Fact]
    public void Each_assembly_stands_behind_what_it_needs_and_begins_at_a_multiple_of_four()
    {
        Gen<int[]> shape = Gen.Choose(0, 1_000_000).ArrayOf(8);
        Prop.ForAll(shape.ToArbitrary(), numbers =>
        {
            List<PeAssembly> given = Forest(numbers);
            DeploymentImage? image = DeploymentImage.Make(given, "App", out string refusal);
            Assert.True(image != null, refusal);
            Assert.Equal("mscorlib", image.Assemblies[0].Name);
            Assert.Equal("App", image.Assemblies[^1].Name);
            Assert.Equal(given.Count, image.Assemblies.Count + image.LeftOut.Count);

            // Found again as the runtime does it: header by header.
            int at = 0;
            HashSet<string> before = [];
            foreach (PeAssembly one in image.Assemblies)
            {
                Assert.Equal(0, at % 4);
                Assert.Equal(one.Bytes.ToArray(), image.Bytes.Slice(at, one.Bytes.Length).ToArray());
                Assert.All(one.References, needed => Assert.Contains(needed.Name, before));
                before.Add(one.Name);
                at += (one.Bytes.Length + 3) / 4 * 4;
            }

            Assert.Equal(image.Bytes.Length, at);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_rest_of_the_partition_is_as_erased()
    {
        DeploymentImage image = DeploymentImage.Make([Read(PeForge.Make("App", One, 7))], "App", out _)!;
        byte[] filled = image.Filled(4096);
        Assert.Equal(4096, filled.Length);
        Assert.Equal(image.Bytes.ToArray(), filled[..image.Bytes.Length]);
        Assert.All(filled[image.Bytes.Length..], one => Assert.Equal(0xFF, one));
    }

    [Fact]
    public void What_the_runtime_could_not_link_is_refused_with_the_reason()
    {
        Assert.Contains("App is not there", Refusal(PeForge.Make("Lib", One, 4)), StringComparison.Ordinal);
        Assert.Contains(
            "App needs Lib, which is not there", Refusal(PeForge.Make("App", One, 4, ("Lib", One))),
            StringComparison.Ordinal);
        Assert.Contains(
            "twice", Refusal(PeForge.Make("App", One, 4), PeForge.Make("App", One, 8)), StringComparison.Ordinal);
        Assert.Contains(
            "need each other",
            Refusal(PeForge.Make("App", One, 4, ("Lib", One)), PeForge.Make("Lib", One, 4, ("App", One))),
            StringComparison.Ordinal);
        Assert.Contains(
            "App needs Lib 1.2.3.4, there is 1.3.3.4",
            Refusal(PeForge.Make("App", One, 4, ("Lib", One)), PeForge.Make("Lib", new(1, 3, 3, 4), 4)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_runtime_does_not_mind_the_last_two_version_numbers()
    {
        PeAssembly[] given =
        [
            Read(PeForge.Make("App", One, 4, ("Lib", One))), Read(PeForge.Make("Lib", new(1, 2, 9, 9), 4)),
        ];
        Assert.NotNull(DeploymentImage.Make(given, "App", out _));
    }

    private static string Refusal(params byte[][] files)
    {
        Assert.Null(DeploymentImage.Make([.. files.Select(Read)], "App", out string refusal));
        return refusal;
    }

    private static List<PeAssembly> Forest(int[] numbers)
    {
        string[] names = ["mscorlib", .. Enumerable.Range(1, numbers.Length - 2).Select(i => $"Lib{i}"), "App"];
        List<PeAssembly> all = [];
        for (int i = 0; i < names.Length; i++)
        {
            int number = numbers[i % numbers.Length];
            (string, Version)[] needed = [.. Enumerable.Range(0, i).Where(k => ((number >> k) & 1) != 0)
                .Select(k => (names[k], One))];
            all.Add(Read(PeForge.Make(names[i], One, number % 61, needed)));
        }

        return [.. all.OrderBy(one => PeForge.Checksum(one.Bytes.Span) ^ (uint)numbers[0])];
    }

    private static PeAssembly Read(byte[] bytes)
    {
        PeAssembly? read = PeAssembly.Read(bytes, out string refusal);
        Assert.True(read != null, refusal);
        return read;
    }
}
