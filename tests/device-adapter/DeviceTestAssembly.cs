using System.Reflection;
using System.Runtime.Loader;

namespace SwapEdge.Tests.DeviceAdapter;

/// <summary>
/// The compiled device tests with the desk's implementation of the libraries they name. Apart from all else that is
/// loaded here: what they run is what was built for them.
/// </summary>
public sealed class DeviceTestAssembly : AssemblyLoadContext
{
    private const string Framework = "nanoFramework.TestFramework";

    private static readonly string Output = Path.Combine("bin", Path.GetRelativePath(
        Path.Combine(AppContext.BaseDirectory, "..", ".."), AppContext.BaseDirectory));

    private static readonly Lazy<DeviceTestAssembly> Loaded = new(() => new DeviceTestAssembly());

    private readonly Func<string[]> _takeLines;

    private DeviceTestAssembly()
        : base("device tests")
    {
        Assembly tests = LoadFromAssemblyPath(FileOf("tests/device", "NFUnitTest"));
        Cases = [.. tests.GetTypes().Where(type => Marks(type, "TestClass").Any())
            .SelectMany(type => type.GetMethods()).SelectMany(CasesOf)];
        _takeLines = LoadFromAssemblyName(new AssemblyName(Framework)).GetType($"{Framework}.OutputHelper")!
            .GetMethod("Take")!.CreateDelegate<Func<string[]>>();
    }

    public static DeviceTestAssembly Only => Loaded.Value;

    /// <summary>Folder of the device tests' sources.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "device");

    /// <summary>In the order in which the launcher runs those of a class.</summary>
    public IReadOnlyList<DeviceTestCase> Cases { get; }

    /// <summary>Lines that a test wrote on this thread.</summary>
    public string[] TakeLines() => _takeLines();

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        string beside = FileOf("tests/device", name);
        string adapter = FileOf($"tests/device-adapter/{name}", name);
        string? file = File.Exists(beside) ? beside : File.Exists(adapter) ? adapter : null;
        return file is null ? null : LoadFromAssemblyPath(file);
    }

    private static string FileOf(string project, string assembly) =>
        Path.Combine(Repository.Root, project, Output, assembly + ".dll");

    /// <summary>One for each row of data, or one without.</summary>
    private static IEnumerable<DeviceTestCase> CasesOf(MethodInfo method)
    {
        object?[][] rows = [.. Marks(method, "DataRow").Select(
            mark => (object?[])mark.GetType().GetProperty("MethodParameters")!.GetValue(mark)!)];
        return rows.Length > 0 ? rows.Select((row, index) => new DeviceTestCase(method, index, row))
            : Marks(method, "TestMethod").Select(_ => new DeviceTestCase(method, 0, null));
    }

    private static IEnumerable<Attribute> Marks(MemberInfo member, string name) =>
        member.GetCustomAttributes().Where(mark => mark.GetType().FullName == $"{Framework}.{name}Attribute");
}
