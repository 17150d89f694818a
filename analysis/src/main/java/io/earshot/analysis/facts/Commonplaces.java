package io.earshot.analysis.facts;

import java.util.Set;

/** What is talked about in every trade and is nobody's product. */
final class Commonplaces {
  private static final Set<String> ENGLISH =
      words(
          """
          order orders situation meantime attention priority complaint history update pieces
          purchase trip family experience concern matter account money refund payment bill name
          number email address appointment call question problem issue day week time information
          service customer credit store website husband wife mother son daughter friend package
          parcel delivery agent manager look lot reason way thing item product price discount
          date good moment minute idea receipt details message code status help chance year month
          people great nice customers privacy mistake video top plus plan visit business concerns
          feedback process
          """);

  private static final Set<String> CHINESE =
      words(
          """
          订单 时候 结果 内容 周期 顺序 原价 邮箱 邮件 微信 数量 部分 过程 规则 期限 期间 全部 图片 照片 颜色 黑色 白色 尺寸 尺码 办法 说法 态度 答复 通知
          消息 才能 拆分 套餐 门店 保税区 优惠 快递 发票 客服 电话 退款 地址 物流 运费 时间 问题 价格 优惠券 商品 东西 货物 退货 换货 产品 公司 京东 淘宝
          售后 信息 情况 包裹 单子 快递员 配送 短信 账号 密码 银行 活动 申请 客户 朋友 老婆 老公 妈妈 人员 师傅 收货 收货地址 手机号 联系 号码 付款 钱 质量
          保修 发货 服务 订单号 新的 姓名 差价 原因 意见 建议 处理 降价 购买 账户 物品 责任 选项 小妹 供应商 货款 差额 日期 标准 验证码 单号 人工 权限 数字
          系统 方式 积分 会员 保险 手续 经理 主管 亲爱 维修 安装 仓库 卖家 商家 厂家 自营 第三方 审核 取消 退换货 换新 抬头 个人 单位 站点 送货 页面 评价
          店铺 官网 费用 金额 流程 记录 尾款 定金 方便 咨询 目的地 指南 全球 功能 sku 货单 plus
          """);

  private Commonplaces() {}

  /** Whether an English word names no product. */
  static boolean isEnglish(String word) {
    return ENGLISH.contains(word);
  }

  /** Whether a Chinese phrase has such a word in it. */
  static boolean inChinese(String phrase) {
    return CHINESE.stream().anyMatch(phrase::contains);
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }
}
