using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>What the device's project of protocol leaves out: its items named DeskOnly.</summary>
public static class DeskOnly
{
    /// <summary>The types in those files, by their methods' source.</summary>
    public static HashSet<TypeDefinition> Types(DeviceCode code)
    {
        string folder = Path.Combine(Repository.Root, "protocol");
        IEnumerable<string> patterns = XDocument.Load(Path.Combine(folder, "protocol.device.nfproj")).Descendants()
            .Where(item => item.Name.LocalName == "DeskOnly")
            .SelectMany(item => item.Attribute("Include")!.Value.Replace('\\', '/').Split(';'));
        HashSet<string> files = [.. patterns.SelectMany(pattern => Directory.EnumerateFiles(
            Path.Combine(folder, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern)))];
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
