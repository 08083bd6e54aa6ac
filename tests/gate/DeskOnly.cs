using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>What the device's projects of protocol leave out: their items named DeskOnly.</summary>
public static class DeskOnly
{
    /// <summary>The types in those files, by their methods' source.</summary>
    public static HashSet<TypeDefinition> Types(DeviceCode code)
    {
        IEnumerable<string> projects = Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "protocol"), "*.nfproj", SearchOption.AllDirectories);
        IEnumerable<string> patterns =
            from project in projects
            from item in XDocument.Load(project).Descendants()
            where item.Name.LocalName == "DeskOnly"
            from pattern in item.Attribute("Include")!.Value.Replace('\\', '/').Split(';')
            select Path.Combine(Path.GetDirectoryName(project)!, pattern);
        HashSet<string> files = [.. patterns.SelectMany(pattern => Directory.EnumerateFiles(
            Path.GetDirectoryName(pattern)!, Path.GetFileName(pattern)))];
        return [.. code.Types.Where(type => IsIn(type, files))];
    }

    /// <summary>Types that a type names in its members and their bodies.</summary>
    public static IEnumerable<TypeReference> Uses(TypeDefinition type) =>
    [
        .. type.Fields.Select(field => field.FieldType),
        .. type.Methods.Select(method => method.ReturnType),
        .. type.Methods.SelectMany(method => method.Parameters).Select(parameter => parameter.ParameterType),
        .. type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Variables)
            .Select(variable => variable.VariableType),
        .. type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions)
            .Select(instruction => instruction.Operand switch
            {
                TypeReference named => named,
                MemberReference member => member.DeclaringType,
                _ => null,
            }).OfType<TypeReference>(),
    ];

    private static bool IsIn(TypeDefinition type, HashSet<string> files)
    {
        SequencePoint? point = type.Methods.SelectMany(method => method.DebugInformation.SequencePoints)
            .FirstOrDefault();
        return point is not null ? files.Contains(Path.GetFullPath(point.Document.Url))
            : files.Any(file => Path.GetFileNameWithoutExtension(file) == type.Name);
    }
}
