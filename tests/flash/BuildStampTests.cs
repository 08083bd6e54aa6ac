using System.Text;
using SwapEdge.Boards.Flash;
using SwapEdge.Firmware;

namespace SwapEdge.Tests.Flash;

/// <summary>The build id that the flash tool puts into an image.</summary>
public sealed class BuildStampTests
{
    private static readonly Version One = new(1, 2, 3, 4);

    [Fact]
    public void The_firmware_leaves_room_for_the_stamp() => Assert.Matches(@"^\d+\.\d+\.\d+\+0{8}$", Node.Build);

    [Fact]
    public void Each_place_gets_the_same_stamp_and_nothing_else_changes_but_the_checksums()
    {
        byte[] app = PeForge.Make("App", One, 40, ["else", Node.Build, "0.1.0+0000000"], [("Lib", One)]);
        byte[] lib = PeForge.Make("Lib", One, 44, [Node.Build, "+00000000x"], []);
        DeploymentImage image = Image(app, lib);

        Assert.Matches(@"^0\.1\.0\+[0-9A-F]{8}$", image.Build);
        Assert.NotEqual(Node.Build, image.Build);
        Assert.Equal([Stamped(lib, image.Build), Stamped(app, image.Build)],
            image.Assemblies.Select(one => one.Bytes.ToArray()));
        Assert.All(image.Assemblies, one => Assert.NotNull(PeAssembly.Read(one.Bytes, out _)));
    }

    [Fact]
    public void The_same_bytes_have_the_same_build_and_any_other_byte_another()
    {
        byte[] app = PeForge.Make("App", One, 40, ("Lib", One));
        byte[] lib = PeForge.Make("Lib", One, 44);
        string build = Image(app, lib).Build;
        Assert.Equal(build, Image([.. app], [.. lib]).Build);
        HashSet<string> others = [build];
        for (int at = lib.Length - 44; at < lib.Length; at++)
        {
            byte[] changed = [.. lib];
            changed[at] ^= 0x10;
            Assert.True(others.Add(Image(app, PeForge.Seal(changed)).Build));
        }
    }

    [Fact]
    public void An_image_without_a_place_for_it_and_one_of_two_versions_are_refused()
    {
        Assert.Null(DeploymentImage.Make([Read(PeForge.Make("App", One, 4, [], []))], "App", out string refusal));
        Assert.Contains("no", refusal, StringComparison.Ordinal);
        byte[] app = PeForge.Make("App", One, 4, ["0.1.0+00000000"], [("Lib", One)]);
        byte[] lib = PeForge.Make("Lib", One, 4, ["0.2.0+00000000"], []);
        Assert.Null(DeploymentImage.Make([Read(app), Read(lib)], "App", out refusal));
        Assert.Contains("several versions: 0.1.0+", refusal, StringComparison.Ordinal);
    }

    private static byte[] Stamped(byte[] bytes, string build)
    {
        string text = Encoding.Latin1.GetString(bytes);
        return PeForge.Seal(Encoding.Latin1.GetBytes(
            text.Replace(Node.Build + "\0", build + "\0", StringComparison.Ordinal)));
    }

    private static DeploymentImage Image(params byte[][] files)
    {
        DeploymentImage? image = DeploymentImage.Make([.. files.Select(Read)], "App", out string refusal);
        Assert.True(image != null, refusal);
        return image;
    }

    private static PeAssembly Read(byte[] bytes) =>
        PeAssembly.Read(bytes, out string refusal) ?? throw new InvalidOperationException(refusal);
}
