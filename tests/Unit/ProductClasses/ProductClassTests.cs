using ShuangDa.Grains.ProductClasses;
using Xunit;

namespace ShuangDa.Tests.Unit.ProductClasses;

public sealed class ProductClassTests
{
    [Fact]
    public void The_notice_names_fourteen_key_classes_and_each_is_found_by_code_and_by_name()
    {
        Assert.Equal(14, ProductClass.All.Count(one => one.IsKey));
        Assert.All(ProductClass.All, one => Assert.Same(one, ProductClass.Find(one.Code)));
        Assert.All(ProductClass.All, one => Assert.Same(one, ProductClass.Find($" {one.Name} ")));
        Assert.Null(ProductClass.Find("火箭"));
        Assert.Null(ProductClass.Find(null));
    }
}
