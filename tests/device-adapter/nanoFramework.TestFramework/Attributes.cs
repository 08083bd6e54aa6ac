namespace nanoFramework.TestFramework;

public class TestClassAttribute : Attribute;

public class TestMethodAttribute : Attribute;

[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class DataRowAttribute(params object[] methodParameters) : Attribute
{
    public object[] MethodParameters { get; } = methodParameters;
}
