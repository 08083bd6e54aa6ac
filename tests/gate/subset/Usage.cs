using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>
/// Which declared members device code uses. Constants leave no trace in the compiled code and are looked for in the
/// text.
/// </summary>
public sealed class Usage
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["Boolean"] = "bool", ["Byte"] = "byte", ["SByte"] = "sbyte", ["Char"] = "char", ["Int16"] = "short",
        ["UInt16"] = "ushort", ["Int32"] = "int", ["UInt32"] = "uint", ["Int64"] = "long", ["UInt64"] = "ulong",
    };

    private readonly HashSet<string> _types;
    private readonly HashSet<string> _members;
    private readonly string _text;

    /// <param name="code">The device assemblies.</param>
    /// <param name="sources">Folders of their sources.</param>
    public Usage(DeviceCode code, IEnumerable<string> sources)
    {
        ModuleDefinition[] modules = [.. code.Assemblies.Select(a => a.MainModule)];
        _members = [.. modules.SelectMany(m => m.GetMemberReferences()).Select(Key)];
        _types =
        [
            .. modules.SelectMany(m => m.GetTypeReferences()).Select(Declaration.Name),
            .. modules.SelectMany(m => m.GetMemberReferences()).Select(m => Declaration.Name(m.DeclaringType)),
            .. code.Types.SelectMany(t => t.Fields).Select(f => Declaration.Name(f.FieldType.GetElementType())),
            .. code.Methods.SelectMany(m => m.Parameters.Select(p => p.ParameterType).Append(m.ReturnType))
                .Select(t => Declaration.Name(t.GetElementType())),
        ];
        _text = string.Join('\n', sources.SelectMany(Sources).Select(File.ReadAllText));
        foreach (MethodDefinition method in code.Methods.Where(m => m.IsVirtual && m.IsReuseSlot))
        {
            _members.Add("override " + method.Name);
        }
    }

    public bool Uses(TypeDefinition type) =>
        _types.Contains(Declaration.Name(type));

    /// <summary>The constructor that a class has unless another is declared, and what runs a delegate, count as used.
    /// </summary>
    public bool Uses(Declaration declaration) => declaration.Member switch
    {
        FieldDefinition { IsLiteral: true } constant => Names(declaration.Type, constant),
        PropertyDefinition property => Uses(property.GetMethod) || Uses(property.SetMethod),
        EventDefinition e => Uses(e.AddMethod),
        MethodDefinition { IsConstructor: true, HasParameters: false, DeclaringType.IsSealed: false } => true,
        MethodDefinition { Name: "Invoke", DeclaringType.BaseType.FullName: "System.MulticastDelegate" } => true,
        MethodDefinition method => Uses(method) || (method.IsVirtual && _members.Contains("override " + method.Name)),
        MemberReference member => _members.Contains(Key(member)),
        _ => false,
    };

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(
            f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static string Key(MemberReference member) => member is MethodReference method
        ? $"{Declaration.Name(method.DeclaringType)}.{method.Name}({Types(method)})"
        : $"{Declaration.Name(member.DeclaringType)}.{member.Name}";

    private static string Types(MethodReference method) =>
        string.Join(',', method.Parameters.Select(p => p.ParameterType.FullName)) + "):" + method.ReturnType.FullName;

    private bool Uses(MethodDefinition? method) => method is not null && _members.Contains(Key(method));

    private bool Names(TypeDefinition type, FieldDefinition constant)
    {
        string name = Keywords.TryGetValue(type.Name, out string? keyword) ? $"({keyword}|{type.Name})" : type.Name;
        return Regex.IsMatch(_text, $@"\b{name}\.{constant.Name}\b");
    }
}
