using System.Globalization;
using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary>What the device assemblies weigh. The device build decides; this warns before it.</summary>
public sealed class SizeTests(ITestOutputHelper output) : IDisposable
{
    private const int BudgetBytes = 160 * 1024;

    private const string TableBegin = "<!-- sizes -->\n";
    private const string TableEnd = "<!-- /sizes -->";

    private static readonly string[] Kinds = ["lane", "bays", "cabinet"];

    private readonly DeviceCode _code = Built.Device();

    public void Dispose() => _code.Dispose();

    [Theory]
    [InlineData("lane")]
    [InlineData("bays")]
    [InlineData("cabinet")]
    public void Image_of_a_node_keeps_to_160_KB(string kind)
    {
        PeSize[] all = Sizes();
        PeSize[] sizes = Together(kind, all);
        foreach (PeSize size in sizes)
        {
            output.WriteLine(
                $"{size.Name}: about {size.Total} bytes (code {size.Code}, strings {size.Strings}, "
                + $"signatures {size.Signatures}, records {size.Records})");
        }

        int total = sizes.Sum(s => s.Total);
        output.WriteLine(
            $"together about {total} of {BudgetBytes} bytes with its largest board; the ten largest methods, in IL:");
        IEnumerable<MethodDefinition> methods = _code.Methods
            .Where(method => sizes.Any(size => size.Name == method.Module.Assembly.Name.Name))
            .OrderByDescending(PeSize.CodeOf);
        foreach (MethodDefinition method in methods.Take(10))
        {
            output.WriteLine($"{PeSize.CodeOf(method),6}  {CallGraph.Name(method)}");
        }

        Assert.InRange(total, 1, BudgetBytes);
    }

    /// <summary>Within a kilobyte, so that not every change makes it stale.</summary>
    [Fact]
    public void The_table_of_sizes_in_the_boards_README_is_true()
    {
        PeSize[] all = Sizes();
        int[] bytes = [.. Kinds.Select(kind => Together(kind, all).Sum(size => size.Total))];
        string path = Path.Combine(Repository.Root, "boards", "README.md");
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        int start = page.IndexOf(TableBegin, StringComparison.Ordinal) + TableBegin.Length;
        int end = page.IndexOf(TableEnd, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            string rows = string.Concat(Kinds.Zip(bytes).Select(one => FormattableString.Invariant(
                $"| {one.First} | {one.Second / 1000.0:F1} | {(BudgetBytes - one.Second) / 1000.0:F1} |\n")));
            File.WriteAllText(path, string.Concat(
                page.AsSpan(0, start), "| node | thousands of bytes | room below 160 KB |\n|---|--:|--:|\n", rows,
                page.AsSpan(end)));
            return;
        }

        string[] told = page[start..end].Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.Equal(Kinds.Length, told.Length);
        for (int i = 0; i < told.Length; i++)
        {
            string[] cells = told[i].Split('|', StringSplitOptions.TrimEntries);
            Assert.Equal(Kinds[i], cells[1]);
            Assert.InRange(
                double.Parse(cells[2], CultureInfo.InvariantCulture), (bytes[i] / 1000.0) - 1, (bytes[i] / 1000.0) + 1);
        }
    }

    [Fact]
    public void No_table_of_an_assembly_outgrows_its_16_bit_offsets() => Assert.All(
        Sizes(),
        size => Assert.InRange(Math.Max(size.Code, Math.Max(size.Strings, size.Signatures)), 1, PeSize.TableLimit));

    [Fact]
    public void Nothing_on_the_device_uses_what_its_project_leaves_out()
    {
        HashSet<TypeDefinition> leftOut = DeskOnly.Types(_code);
        Assert.InRange(leftOut.Count, 3, 20);
        Assert.All(_code.Types.Where(type => !leftOut.Contains(type)), type => Assert.DoesNotContain(
            DeskOnly.Uses(type), used => _code.Ours(used) is { } own && leftOut.Contains(own)));
    }

    [Fact]
    public void No_type_or_method_outgrows_the_8_bit_counts_of_its_record()
    {
        Assert.All(_code.Types, type =>
        {
            Assert.InRange(type.Fields.Count(f => f.IsStatic && !f.IsLiteral), 0, byte.MaxValue);
            Assert.InRange(type.Fields.Count(f => !f.IsStatic), 0, byte.MaxValue);
            Assert.InRange(type.Methods.Count, 0, byte.MaxValue);
        });
        Assert.All(_code.Methods.Where(m => m.HasBody), method =>
        {
            Assert.InRange(method.Parameters.Count, 0, byte.MaxValue - 1);
            Assert.InRange(method.Body.Variables.Count, 0, byte.MaxValue);
            Assert.InRange(method.Body.MaxStackSize, 0, byte.MaxValue);
        });
    }

    /// <summary>What a node's image is made of.</summary>
    private PeSize[] Together(string kind, PeSize[] all) =>
        [.. Built.Images[kind].Select(name => all.Single(size => size.Name == name)), Board(kind, all)];

    /// <summary>The largest board of the kind; of all boards while the kind has none.</summary>
    private PeSize Board(string kind, PeSize[] all)
    {
        string firmware = Built.Images[kind][^2];
        string[] boards = [.. Built.Boards.Select(file => Path.GetFileNameWithoutExtension(file))];
        string[] own = [.. _code.Assemblies.Where(assembly => boards.Contains(assembly.Name.Name))
            .Where(board => board.MainModule.AssemblyReferences.Any(known => known.Name == firmware))
            .Select(board => board.Name.Name)];
        string[] chosen = own.Length > 0 ? own : boards;
        return all.Where(size => chosen.Contains(size.Name)).MaxBy(size => size.Total)!;
    }

    private PeSize[] Sizes()
    {
        HashSet<TypeDefinition> leftOut = DeskOnly.Types(_code);
        return [.. _code.Assemblies.Select(assembly => new PeSize(assembly, leftOut))];
    }
}
