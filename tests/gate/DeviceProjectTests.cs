using System.Xml.Linq;

namespace SwapEdge.Tests.Gate;

/// <summary>
/// The projects that build for the device, against those beside them that build for the desk: here nothing else reads
/// them.
/// </summary>
public sealed class DeviceProjectTests
{
    public static TheoryData<string> Projects() => [.. new[] { "protocol", "firmware", "boards", "tests/device" }
        .SelectMany(folder => Directory.EnumerateFiles(
            Path.Combine(Repository.Root, folder), "*.nfproj", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_device_project_makes_the_assembly_of_its_desk_project(string project)
    {
        Assert.Equal(Value(Desk(project), "AssemblyName"), Value(Load(project), "AssemblyName"));
        Assert.Contains(Path.GetFileName(project), File.ReadAllText(Path.Combine(Repository.Root, "nf.sln")),
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_device_project_refers_to_the_device_projects_of_what_its_desk_project_refers_to(string project)
    {
        IEnumerable<string> desk = References(Desk(project))
            .Where(file => !file.Contains("ubset", StringComparison.Ordinal));
        string[] device = [.. References(Load(project))];
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Root, project))!;

        Assert.All(device, file => Assert.True(File.Exists(Path.Combine(folder, file)), file));
        Assert.Equal(
            desk.Select(file => Path.GetDirectoryName(file)).Order(),
            device.Select(file => Path.GetDirectoryName(file)).Order());
    }

    /// <summary>
    /// The project system's own properties would come after it, and leave a debug build as it is written: too large.
    /// </summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void A_device_project_says_where_it_builds_and_how_behind_the_project_systems_properties(string project)
    {
        XElement[] elements = [.. Load(project).Descendants()];
        int properties = Array.FindIndex(elements, element => element.Name.LocalName == "Import"
            && element.Attribute("Project")!.Value.EndsWith("NFProjectSystem.props", StringComparison.Ordinal));
        int Last(string name) => Array.FindLastIndex(elements, element => element.Name.LocalName == name);

        Assert.InRange(Last("OutputPath"), properties, elements.Length);
        Assert.Equal(@"bin\device\$(Configuration)\", elements[Last("OutputPath")].Value);
        Assert.InRange(Last("Optimize"), properties, elements.Length);
        Assert.Equal("true", elements[Last("Optimize")].Value);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_device_project_takes_the_packages_of_its_list_and_no_other(string project)
    {
        string list = Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "packages.config");
        IEnumerable<string> listed = XDocument.Load(list).Root!.Elements()
            .Select(package => $"{package.Attribute("id")!.Value}.{package.Attribute("version")!.Value}");
        IEnumerable<string> taken = Load(project).Descendants().Where(e => e.Name.LocalName == "HintPath")
            .Select(path => path.Value.Split('\\').SkipWhile(part => part != "packages").ElementAt(1)).Distinct();

        Assert.Equal(listed.Order(), taken.Order());
    }

    private static XDocument Load(string project) => XDocument.Load(Path.Combine(Repository.Root, project));

    /// <summary>The only .csproj of its folder.</summary>
    private static XDocument Desk(string project) => XDocument.Load(Directory.EnumerateFiles(
        Path.Combine(Repository.Root, Path.GetDirectoryName(project)!), "*.csproj").Single());

    private static string Value(XDocument project, string name) =>
        project.Descendants().Single(element => element.Name.LocalName == name).Value;

    private static IEnumerable<string> References(XDocument project) => project.Descendants()
        .Where(element => element.Name.LocalName == "ProjectReference")
        .Select(element => element.Attribute("Include")!.Value.Replace('\\', '/'));
}
