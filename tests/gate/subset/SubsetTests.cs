using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary>
/// tests/subset declares what the device has, and no more of it than device code and its tests use.
/// </summary>
public sealed class SubsetTests : IDisposable
{
    private readonly DeviceCode _code = Built.WithDeviceTests();
    private readonly List<AssemblyDefinition> _declared =
        [.. Built.Declarations.Select(f => AssemblyDefinition.ReadAssembly(f))];

    public void Dispose()
    {
        _code.Dispose();
        _declared.ForEach(a => a.Dispose());
    }

    [Fact]
    public void Everything_declared_is_on_the_device()
    {
        string? reference = Environment.GetEnvironmentVariable("SWAPEDGE_REFERENCE");
        string folder = Path.Combine(reference ?? "", "nanoframework-api");
        Assert.SkipUnless(
            Directory.Exists(folder),
            "The list of the device's API is not part of the project: SWAPEDGE_REFERENCE names its folder.");

        string[] missing = [.. _declared.SelectMany(
            a => Missing(a, new ApiListing(Path.Combine(folder, Listed(a.Name.Name) + ".txt"))))];

        Assert.True(missing.Length == 0, "not on the device:\n" + string.Join('\n', missing));
    }

    [Fact]
    public void Everything_declared_is_used_by_device_code_or_needed_by_the_compiler()
    {
        string[] sources = ["protocol", "firmware", "boards", "tests/device"];
        Usage usage = new(_code, sources.Select(f => Path.Combine(Repository.Root, f)));
        HashSet<string> needed = [.. CompilerNeeds()];

        string[] unused = [.. Types().Where(t => !needed.Contains(Declaration.Name(t))).SelectMany(t =>
            usage.Uses(t)
                ? Declaration.Members(t).Where(d => !usage.Uses(d) && !needed.Contains(d.ShortName)).Select(d => d.Text)
                : [Declaration.Name(t)])];

        Assert.True(unused.Length == 0, "declared in tests/subset and not used:\n" + string.Join('\n', unused));
    }

    [Fact]
    public void Everything_the_compiler_is_said_to_need_is_declared()
    {
        IEnumerable<string> declared = Types().SelectMany(
            t => Declaration.Members(t).Select(d => d.ShortName).Append(Declaration.Name(t)));

        Assert.Empty(CompilerNeeds().Except(declared));
    }

    /// <summary>The device's assembly: SpanByte is mscorlib's there.</summary>
    private static string Listed(string declared) => declared == "SpanByte" ? "mscorlib" : declared;

    private static IEnumerable<string> CompilerNeeds() => File
        .ReadLines(Path.Combine(Repository.Root, "tests", "subset", "compiler-needs.txt"))
        .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')[0]);

    private static IEnumerable<string> Missing(AssemblyDefinition assembly, ApiListing listing)
    {
        foreach (TypeDefinition type in Visible(assembly))
        {
            string name = Declaration.Name(type);
            if (listing.Type(name) is not string line)
            {
                yield return name;
                continue;
            }

            (string kind, string[] parents) = ApiListing.Read(line);
            if (kind != Kind(type))
            {
                yield return $"{name} as {Kind(type)}: it is a {kind}";
            }

            foreach (string parent in Parents(type).Except(parents))
            {
                yield return $"{name} : {parent}";
            }

            foreach (Declaration member in kind == "delegate" ? [] : Declaration.Members(type))
            {
                if (!listing.Has(member.Text))
                {
                    yield return member.Text;
                }
            }
        }
    }

    private IEnumerable<TypeDefinition> Types() => _declared.SelectMany(Visible);

    private static IEnumerable<TypeDefinition> Visible(AssemblyDefinition assembly) =>
        assembly.MainModule.GetTypes().Where(t => t.IsPublic || t.IsNestedPublic);

    private static string Kind(TypeDefinition type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { BaseType.FullName: "System.MulticastDelegate" } => "delegate",
        { IsValueType: true } => "struct",
        _ => "class",
    };

    private static IEnumerable<string> Parents(TypeDefinition type)
    {
        IEnumerable<string> interfaces = type.Interfaces.Select(i => Declaration.Name(i.InterfaceType));
        bool implied = type.BaseType is null || type.BaseType.FullName == "System.Object" || Kind(type) != "class";
        return implied ? interfaces : interfaces.Append(Declaration.Name(type.BaseType!));
    }
}
